import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Execution,
  type KernelClient,
  KernelDied,
  KernelTimeout,
  startKernel,
  textOf,
} from '../../jupyter/index.ts';
import { DEAF_NOTICE } from '../beside/interrupts.ts';
import { STOCK_ARGV } from '../stock.ts';

const LIMIT = { timeoutMs: 60_000 };
const SET_UP = [
  "import { execa } from 'execa';",
  "import { execSync, spawnSync } from 'node:child_process';",
  "import { setTimeout as wait } from 'node:timers/promises';",
].join('\n');

let kernel: KernelClient;
let stock: KernelClient;
let secondStock: KernelClient;
before(async () => {
  const ofStock = () => startKernel({ argv: STOCK_ARGV });
  [kernel, stock, secondStock] = await Promise.all([startKernel(), ofStock(), ofStock()]);
  await Promise.all([kernel, stock, secondStock].map((one) => one.execute(SET_UP, LIMIT)));
});
after(() => Promise.all([kernel.shutdown(), stock.kill(), secondStock.kill()]));

/** Runs a cell that says when it has begun, interrupts it then, and returns how it ended. */
async function interrupted(code: string, on = kernel, limit = LIMIT): Promise<Execution> {
  const begun = Promise.withResolvers<void>();
  const running = on.execute(`console.log('begun');\n${code}`, {
    ...limit,
    onOutput: (output) => output.type === 'stream' && begun.resolve(),
  });
  await Promise.race([begun.promise, running]);
  // Long enough for the cell to be where it is meant to be stopped; earlier must stop it as well.
  await wait(100);
  on.interrupt();
  return running;
}

const STOPPED: Record<string, string> = {
  'a wait for a child of execa': "await execa('sleep', ['20'])",
  'a wait for nothing': 'await new Promise(() => {})',
  'a timer loop': 'while (true) await wait(5);',
  'a loop': 'for (;;);',
  'a loop that prints': 'for (let i = 0; ; i++) if (i % 1000 === 0) console.log(i);',
  'a loop that catches everything': 'for (;;) { try { for (;;); } catch {} finally {} }',
  'a loop after an await': 'await wait(20); for (;;);',
  'a loop after an await of nothing': 'await null; for (;;);',
  'promises that never rest':
    'const f = (): Promise<void> => Promise.resolve().then(f); await f();',
  'a loop in a timer': 'setTimeout(() => { for (;;); }, 10); await new Promise(() => {});',
  'a loop in an immediate': 'setImmediate(() => { for (;;); }); await new Promise(() => {});',
  'a loop beside the cell': '(async () => { await wait(10); for (;;); })(); await wait(20_000);',
  'a regular expression': "/(a+)+b/.test('a'.repeat(60))",
  'Atomics.wait': 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1e9)',
  spawnSync: "for (let i = 0; i < 4; i++) spawnSync('sleep', ['20']); console.log('too far')",
  execSync: "execSync('sleep 20'); console.log('too far')",
};

for (const [name, code] of Object.entries(STOPPED)) {
  test(`an interrupt stops ${name} and the kernel lives on`, async () => {
    const { status, outputs } = await interrupted(code);
    assert.equal(status, 'error');
    assert.equal(outputs.find((output) => output.type === 'error')?.ename, 'Interrupted');
    assert.doesNotMatch(textOf(outputs, 'stdout'), /too far/);
    const next = await kernel.execute('1 + 1', LIMIT);
    assert.deepEqual([next.status, textOf(next.outputs, 'stdout')], ['ok', '2\n']);
  });
}

test('what cannot be interrupted says so and stops when it returns', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-deaf-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const go = join(folder, 'go');
  const child = `trap '' INT; echo deaf; until [ -e ${go} ]; do sleep 0.1; done`;
  const code = `spawnSync('sh', ['-c', "${child}"], { stdio: 'inherit' }); console.log('too far')`;
  let seen = '';
  const { status, outputs } = await kernel.execute(code, {
    ...LIMIT,
    onOutput: (output) => {
      if (output.type !== 'stream') return;
      seen += output.text;
      if (seen === 'deaf\n') kernel.interrupt();
      if (output.name === 'stderr') writeFileSync(go, '');
    },
  });
  assert.equal(status, 'error');
  assert.equal(textOf(outputs, 'stderr'), DEAF_NOTICE);
  assert.equal(textOf(outputs, 'stdout'), 'deaf\n');
});

test('an interrupt between cells, or one too many, touches no later cell', async () => {
  kernel.interrupt();
  kernel.interrupt();
  assert.equal((await kernel.execute('1', LIMIT)).status, 'ok');
  for (let round = 0; round < 20; round++) {
    const running = kernel.execute(`await wait(${round})`, LIMIT);
    await wait(10);
    kernel.interrupt();
    await running;
    // Only the cell that ran may be hit: the next one was sent after that had ended.
    assert.equal((await kernel.execute('2', LIMIT)).status, 'ok');
  }
});

test('an interrupt aborts the cells that wait behind', async () => {
  const first = interrupted('await wait(20_000)');
  const second = kernel.execute("'second'", LIMIT);
  assert.deepEqual([(await first).status, (await second).status], ['error', 'aborted']);
});

test('stock tslab dies of an interrupt while it waits for execa', async () => {
  await assert.rejects(interrupted("await execa('sleep', ['20'])", stock));
});

test('stock tslab goes on in a loop after an await, or dies of the interrupt', async () => {
  await assert.rejects(
    interrupted('await wait(20); for (;;);', secondStock, { timeoutMs: 5_000 }),
    (error) => error instanceof KernelTimeout || error instanceof KernelDied,
  );
});
