import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type Execution,
  type KernelClient,
  KernelTimeout,
  type Output,
  startKernel,
  textOf,
} from '../../jupyter/index.ts';
import { CUT_NOTICE, MAX_BYTES, MAX_LINES } from '../beside/allowance.ts';
import { STOCK_ARGV } from '../stock.ts';

const LIMIT = { timeoutMs: 60_000 };
const cwd = fileURLToPath(new URL('../../../exercises/', import.meta.url));
const BURST = "for (let i = 0; i < 200_000; i++) console.log('line ' + i);";
const NATIVE = [
  "import koffi from 'koffi';",
  "const libc = koffi.load('libc.so.6');",
  "const puts = libc.func('int puts(const char *)');",
  "const printf = libc.func('int printf(const char *, ...)');",
].join('\n');

let kernel: KernelClient;
let stock: ReturnType<typeof onStock>;
before(async () => {
  // What stock tslab loses takes it long to lose: it is asked while ours is tested.
  stock = onStock();
  stock.catch(() => {});
  kernel = await startKernel({ cwd });
  await run(NATIVE);
  await run("import { spawn, spawnSync } from 'node:child_process';");
  // A cell's code, as one writes it who has no types for a symbol of ours.
  await run("const show = (globalThis as any)[Symbol.for('workshop.display')];");
});
after(() => kernel.shutdown());

const run = (code: string, on = kernel) => on.execute(code, LIMIT);
const stdout = ({ outputs }: Execution) => textOf(outputs, 'stdout');
const stderr = ({ outputs }: Execution) => textOf(outputs, 'stderr');

/** The name of a file that is not there yet. */
function signalFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-capture-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, 'go');
}

/** What stock tslab makes of native output and of a burst. */
async function onStock() {
  await using tslab = await startKernel({ argv: STOCK_ARGV, cwd });
  const koffi = "const puts = require('koffi').load('libc.so.6').func('int puts(const char *)');";
  await run(koffi, tslab);
  const native = await run("puts('native'); puts('flushed')", tslab);
  const burst = await tslab.execute(BURST, { timeoutMs: 8000 }).catch((error: unknown) => error);
  return { native, burst };
}

/** Resolves with what a cell prints to stdout after its end, once it matches. */
async function late(code: string, wanted: RegExp): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let text = '';
  const onOutput = (output: Output) => {
    if (output.type === 'stream') text += output.text;
    if (wanted.test(text)) resolve(text);
  };
  assert.equal((await kernel.execute(code, { ...LIMIT, onOutput })).status, 'ok');
  return promise;
}

test('200,000 lines in one burst all arrive, in order', async () => {
  const lines = stdout(await run(BURST))
    .trimEnd()
    .split('\n');
  assert.equal(lines.length, 200_000);
  assert(lines.every((line, index) => line === `line ${index}`));
});

test('20,000 displays in one burst all arrive, in order', async () => {
  const burst = "for (let i = 0; i < 20_000; i++) show({ data: { 'text/plain': String(i) } });";
  const { outputs } = await run(burst);
  assert.equal(outputs.length, 20_000);
  assert(outputs.every((o, i) => o.type === 'display_data' && o.data['text/plain'] === `${i}`));
});

test('text, errors and displays keep the order in which JavaScript wrote them', async () => {
  const { outputs } = await run(
    "for (let i = 0; i < 300; i++) { console.log('o' + i); show({ data: { 'text/plain': 'd' + i } }); " +
      "console.error('e' + i); }",
  );
  const order = outputs.map((output) =>
    output.type === 'stream' ? output.text.trim() : 'data' in output && output.data['text/plain'],
  );
  const wanted = Array.from({ length: 300 }, (_, i) => [`o${i}`, `d${i}`, `e${i}`]).flat();
  assert.deepEqual(order, wanted);
});

test('C, children and JavaScript share the cell in order', async () => {
  const native = await run(
    "puts('one'); console.log('two'); printf('%s\\n', 'str', 'three'); console.log('four'); puts('five'); 0",
  );
  assert.equal(stdout(native), 'one\ntwo\nthree\nfour\nfive\n0\n');
  const children = await run(
    "console.log('one'); spawnSync('echo', ['two'], { stdio: 'inherit' }); console.log('three');" +
      "spawnSync('sh', ['-c', 'echo four > /dev/stdout; echo five; echo err >&2'], { stdio: 'inherit' });" +
      "console.log('six')",
  );
  assert.equal(stdout(children), 'one\ntwo\nthree\nfour\nfive\nsix\n');
  assert.equal(stderr(children), 'err\n');
});

test('a detached child that writes late still reaches its cell', async () => {
  const child = "spawn('sh', ['-c', 'sleep 0.5; echo late'], { stdio: 'inherit', detached: true })";
  assert.match(await late(`${child}.unref(); 'done'`, /late/), /^done\nlate\n$/);
});

test('64 MiB in one cell end in the stated cut, not in a deadlock', async () => {
  const fill = `head -c ${64 * 1024 * 1024} /dev/zero | tr '\\\\0' x`;
  const child = await run(`spawnSync('sh', ['-c', "${fill}"], { stdio: 'inherit' }).status`);
  assert.equal(stdout(child).length, MAX_BYTES);
  assert.equal(stderr(child), CUT_NOTICE);
  const own = await run("process.stdout.write('y'.repeat(64 * 1024 * 1024)); 0");
  assert.equal(stdout(own).length, MAX_BYTES);
  assert.equal(own.status, 'ok');
});

test('a flood is cut and the kernel answers beside it', async (t) => {
  const go = signalFile(t);
  await run("import { existsSync } from 'node:fs';");
  const cell = [
    "const yes = spawn('yes', { stdio: 'inherit' });",
    `while (!existsSync('${go}')) await new Promise((r) => setTimeout(r, 20)); 0`,
  ].join('\n');
  const flood = await kernel.execute(cell, {
    ...LIMIT,
    onOutput: (output) =>
      output.type === 'stream' && output.name === 'stderr' && writeFileSync(go, ''),
  });
  assert.equal(stdout(flood).split('\n').length - 1, MAX_LINES);
  assert.equal(stderr(flood), CUT_NOTICE);
  assert.equal((await run('1 + 1')).status, 'ok');
  assert.equal((await kernel.complete('spawnSy')).matches[0], 'spawnSync');
  await run("const gone = new Promise((r) => yes.once('exit', r)); yes.kill(); await gone;");
  assert.equal(stdout(await run("'quiet'")), 'quiet\n');
});

test('a child that reads the kernel’s stdin finds its end', async () => {
  assert.equal(stdout(await run("spawnSync('cat', { stdio: 'inherit' }).status")), '0\n');
});

test('a read that blocks in C stalls neither heartbeat nor output of others', async (t) => {
  const go = signalFile(t);
  const child = `sleep 0.5; echo beside; until [ -e ${go} ]; do sleep 0.1; done; echo x >&3`;
  await run('const fds = new Int32Array(2);');
  await run("libc.func('int pipe(void *)')(fds);");
  await run("const read = libc.func('long read(int, void *, size_t)');");
  const seen = Promise.withResolvers<void>();
  const blocked = kernel.execute(
    `const writer = spawn('sh', ['-c', '${child}'], ` +
      "{ stdio: ['ignore', 'inherit', 'inherit', fds[1]!] }); read(fds[0]!, Buffer.alloc(1), 1)",
    {
      ...LIMIT,
      onOutput: (output) =>
        output.type === 'stream' && /beside/.test(output.text) && seen.resolve(),
    },
  );
  let ended = false;
  blocked.finally(() => {
    ended = true;
  });
  assert(await kernel.beats(10_000));
  await seen.promise;
  assert.equal(ended, false, 'output came only after the native call');
  writeFileSync(go, '');
  assert.equal(stdout(await blocked), 'beside\n1\n');
});

test('stock display and updates in place', async () => {
  await run("import * as tslab from 'tslab'; const place = tslab.newDisplay();");
  const { outputs } = await run(
    "place.text('a'); place.text('b'); tslab.display.html('<b>c</b>');",
  );
  assert.deepEqual(
    outputs.map((output) => output.type),
    ['display_data', 'update_display_data', 'display_data'],
  );
});

test('stock tslab loses native output and a burst with the end of its cell', async () => {
  const { native, burst } = await stock;
  assert.equal(native.status, 'ok');
  assert.doesNotMatch(stdout(native), /native/);
  assert(burst instanceof KernelTimeout, 'a burst ends on stock tslab now');
});
