import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type KernelClient, startKernel, textOf } from '../../jupyter/index.ts';
import { children, status } from '../../proc/index.ts';

const LIMIT = { timeoutMs: 60_000 };
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

let kernel: KernelClient;

before(async () => {
  kernel = await startKernel({ cwd: ROOT });
  const imports = `
    import { spawn } from 'node:child_process';
    import { once } from 'node:events';
    import { calls, isProcessBirth, timeline, traceCommand, traceSelf } from 'workshop/trace';`;
  assert.equal((await kernel.execute(imports, LIMIT)).status, 'ok');
});

after(async () => {
  await kernel.kill();
});

test('a cell traces itself and draws what it did', async () => {
  const cell = `
    const seen = await traceSelf(() => once(spawn('true'), 'close'));
    timeline(seen.trace, { title: 'One command is many calls' });
    console.log(seen.trace.notUnderstood.length, seen.trace.events.filter(isProcessBirth).length);`;
  const { status: ended, outputs } = await kernel.execute(cell, LIMIT);
  assert.equal(ended, 'ok');
  assert.equal(textOf(outputs, 'stdout'), '0 1\n');
  assert.ok(outputs.some((o) => o.type === 'display_data' && 'text/html' in o.data));
});

const ENDLESS = {
  'a promise that never settles': 'await traceSelf(() => new Promise(() => {}));',
  'a loop that never ends': 'await traceSelf(() => { for (;;); });',
  'a child that never ends': `await traceSelf(() => once(spawn('sleep', ['981']), 'close'));`,
  'a command that never ends': `await traceCommand(['sh', '-c', 'setsid sleep 982 & sleep 983']);`,
};

for (const [what, cell] of Object.entries(ENDLESS)) {
  test(`an interrupt ends the tracing of ${what}, and the kernel lives on`, async () => {
    const running = kernel.execute(cell, LIMIT);
    while (!children(kernel.pid).some(({ name }) => name === 'strace')) await delay(20);
    await delay(300);
    await kernel.interrupt();
    assert.equal((await running).status, 'error');
    while (children(kernel.pid).length > 0) await delay(20);
    assert.equal(status(kernel.pid)?.tracer, 0);
    assert.equal((await kernel.execute('1 + 1', LIMIT)).status, 'ok');
  });
}
