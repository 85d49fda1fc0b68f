import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type Execution,
  type KernelClient,
  KernelTimeout,
  startKernel,
  textOf,
} from '../../jupyter/index.ts';
import { STOCK_ARGV } from '../stock.ts';

const LIMIT = { timeoutMs: 60_000 };
const cwd = fileURLToPath(new URL('../../../exercises/', import.meta.url));
let kernel: KernelClient;
let stock: KernelClient;
before(async () => {
  const starting = [startKernel({ cwd }), startKernel({ argv: STOCK_ARGV, cwd })] as const;
  [kernel, stock] = await Promise.all(starting);
});
after(() => Promise.all([kernel.shutdown(), stock.kill()]));

const run = (code: string, on = kernel) => on.execute(code, LIMIT);
const text = ({ outputs }: Execution) => textOf(outputs, 'stdout');

/** Runs a cell that must succeed and returns what it printed. */
async function prints(code: string): Promise<string> {
  const execution = await run(code);
  assert.equal(execution.status, 'ok', JSON.stringify(execution.outputs));
  return text(execution).trimEnd();
}

/** Runs a cell that must fail and returns its error message. */
async function fails(code: string) {
  const execution = await run(code);
  assert.equal(execution.status, 'error');
  const error = execution.outputs.find((output) => output.type === 'error');
  assert(error?.type === 'error', 'no error message');
  return error;
}

test('variables of an earlier cell may be used in shorthand', async () => {
  await prints('const p = 1; let n = 2;');
  assert.equal(await prints('({ p, n, q: 3 })'), '{ p: 1, n: 2, q: 3 }');
  assert.equal(await prints('({ n = 7 } = {}); n'), '7');
});

test('await works wherever a module allows it', async () => {
  assert.equal(await prints('await (async () => 4)()'), '4');
  assert.equal(await prints('await (Promise.resolve(5))'), '5');
  const loop =
    'for await (const x of (async function* () { yield 1; yield 2; })()) console.log(x);';
  assert.equal(await prints(loop), '1\n2');
});

test('using disposes at the end of its block or cell', async () => {
  const resource = (word: string) => `{ [Symbol.dispose]() { console.log('${word}'); } }`;
  assert.equal(await prints(`{ using f = ${resource('gone')}; console.log('in'); }`), 'in\ngone');
  assert.equal(await prints(`using g = ${resource('ended')};`), 'ended');
  const later = "{ async [Symbol.asyncDispose]() { console.log('later'); } }";
  assert.equal(await prints(`await using h = ${later};`), 'later');
});

test('packages with exports, and the workshop itself, resolve and are checked', async () => {
  assert.equal(
    await prints("import { execa } from 'execa'; (await execa('uname')).stdout"),
    'Linux',
  );
  await prints("import { z } from 'zod'; const S = z.object({ a: z.string() });");
  const error = await fails('const s: z.infer<typeof S> = { a: 3 };');
  assert.match(error.evalue, /'number' is not assignable to type 'string'/);
  await prints("import { notice } from 'workshop/display'; const n2: typeof notice = notice;");
  assert.match((await fails('notice(5)')).evalue, /'number' is not assignable/);
  await prints(
    "import type { Data } from 'plotly.js'; import koffi from 'koffi'; koffi.load('libc.so.6')",
  );
});

test('the language is that of this Node: newer library types, enums, private names', async () => {
  assert.equal(await prints('[3, 1, 2].toSorted().at(0)'), '1');
  assert.equal(await prints('enum E { A, B } E.B'), '1');
  assert.equal(await prints('class P { #x = 6; get x() { return this.#x; } } new P().x'), '6');
});

test('a cell may be run again, with its constants', async () => {
  assert.equal(await prints('const again: number = 1; again'), '1');
  assert.equal(await prints('const again: string = "x"; again'), 'x');
});

test('a type error names line and column and shows the place', async () => {
  const error = await fails("let fine = 1;\nconst wrong: number = 'a';");
  assert.equal(error.ename, 'TypeScriptError');
  assert.deepEqual(error.traceback, [
    "line 2, column 7: Type 'string' is not assignable to type 'number'.",
    "    const wrong: number = 'a';",
    '          ^',
  ]);
});

test('an error names the line of the cell that threw it', async () => {
  await prints(
    'function deep() {\n  interface Gone { a: 1 }\n\n  throw new RangeError("deep");\n}',
  );
  const error = await fails('interface AlsoGone { b: 1 }\n\ndeep();');
  assert.equal(error.ename, 'RangeError');
  assert.equal(error.evalue, 'deep');
  assert.match(error.traceback.join('\n'), /at deep \(cell-\d+\.ts:4:9\)\n.*cell-\d+\.ts:3:1$/);
  assert.equal((await fails("throw 'a string'")).evalue, "'a string'");
});

test('after an error what waits is aborted and what comes later runs at once', async () => {
  const waiting = ["throw new Error('first')", '2', '3'].map((code) => run(code));
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  assert.deepEqual(statuses, ['error', 'aborted', 'aborted']);
  assert.equal(await prints('4'), '4');
  const kept = [
    kernel.execute("throw new Error('first')", { ...LIMIT, stopOnError: false }),
    run("'kept'"),
  ];
  assert.deepEqual(
    (await Promise.all(kept)).map(({ status }) => status),
    ['error', 'ok'],
  );
});

test('process.exit ends the cell with a reason, also from a callback', async () => {
  const error = await fails('process.exit(3)');
  assert.equal(error.ename, 'ExitError');
  assert.match(error.evalue, /^process\.exit\(3\) ends this cell only/);
  const late = 'setTimeout(() => process.exit(4), 10); await new Promise(() => {});';
  assert.match((await fails(late)).evalue, /^process\.exit\(4\)/);
});

test('a rejection that nobody handles fails its cell', async () => {
  assert.equal((await fails("Promise.reject(new TypeError('unhandled')); 1")).evalue, 'unhandled');
  const thrower =
    "setTimeout(() => { throw new Error('thrown late'); }, 10); await new Promise(() => {});";
  assert.equal((await fails(thrower)).evalue, 'thrown late');
});

test('a rejection after the end of its cell is shown below it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-late-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const go = join(folder, 'go');
  const seen = Promise.withResolvers<string>();
  const code = [
    "import { existsSync } from 'node:fs';",
    'const asking = setInterval(() => {',
    `  if (!existsSync('${go}')) return;`,
    "  clearInterval(asking); void Promise.reject(new Error('too late'));",
    '}, 20);',
  ].join('\n');
  const { status } = await kernel.execute(code, {
    ...LIMIT,
    onOutput: (output) => output.type === 'error' && seen.resolve(output.traceback.join('\n')),
  });
  assert.equal(status, 'ok');
  writeFileSync(go, '');
  assert.match(
    await seen.promise,
    /^Unhandled rejection, after the cell had ended:\nError: too late/,
  );
  assert.equal(await prints("'alive'"), 'alive');
});

test('completion and inspection know earlier cells, and count code points', async () => {
  await prints('/** Adds. */ function addition(a: number, b: number) { return a + b; }');
  const { matches } = await kernel.complete('additi');
  assert.deepEqual(matches, ['addition']);
  const after = "'😀'; additi";
  const found = await kernel.complete(after, Array.from(after).length);
  assert.deepEqual([found.matches[0], found.start], ['addition', 5]);
  const seen = await kernel.inspect('addition', 3);
  assert.match(
    String(seen.data['text/plain']),
    /function addition\(a: number, b: number\): number\s+Adds\./,
  );
});

test('the history is answered, with a status, also while a cell runs', async () => {
  const running = run('await new Promise((resolve) => setTimeout(resolve, 300)); 6');
  assert.deepEqual(await kernel.history(), { history: [] });
  assert.equal(text(await running), '6\n');
  assert.deepEqual(await kernel.history(), { history: [] });
});

test('stock tslab fails these', async (t) => {
  // It sends a status and no reply.
  const unanswered = assert.rejects(stock.history(3000), KernelTimeout);
  const isPrinted = async (code: string, wanted: string) =>
    text(await run(code, stock)).trimEnd() === wanted;
  await run('const p = 1;', stock);
  const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const failing: [string, string, string][] = [
    ['shorthand', '({ p })', '{ p: 1 }'],
    ['await of a parenthesis', 'await (Promise.resolve(5))', '5'],
    ['for await', 'for await (const x of [1]) console.log(x)', '1'],
    ['using', "{ using f = { [Symbol.dispose]() { console.log('gone'); } }; }", 'gone'],
    ['the library of 2023', '[3, 1].toSorted().at(0)', '1'],
  ];
  for (const [name, code, wanted] of failing) {
    assert.equal(await isPrinted(code, wanted), false, `${name} works on stock tslab now`);
    // Stock tslab drops what comes within 200 ms of an error.
    await after(400);
  }
  const thrown = await run("throw new Error('boom')", stock);
  assert.equal(
    thrown.outputs.some(({ type }) => type === 'error'),
    false,
  );
  await after(400);
  const unhandled = await run("Promise.reject(new Error('unhandled')); 1", stock);
  assert.equal(unhandled.status, 'ok');
  await unanswered;
  await assert.rejects(run('process.exit(3)', stock));
  t.diagnostic(`its process ended with ${JSON.stringify(await stock.exited)}`);
});
