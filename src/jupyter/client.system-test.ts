import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { STOCK_ARGV } from '../kernel/stock.ts';
import { type KernelClient, KernelDied, KernelTimeout, startKernel, textOf } from './index.ts';

// The stock kernel: what is tested here is the client, and this kernel is not of our making.
const start = () => startKernel({ argv: STOCK_ARGV });

// A folder of our own for temporary files, so that other kernels' files are not taken for ours.
const temporary = mkdtempSync(`${tmpdir()}/client-test-`);
process.env.TMPDIR = temporary;

let kernel: KernelClient;
let mortal: KernelClient;
let stubborn: KernelClient;
let ours: KernelClient;
before(async () => {
  const starting = [start(), start(), start(), startKernel({ transport: 'ipc' })] as const;
  [kernel, mortal, stubborn, ours] = await Promise.all(starting);
});
after(async () => {
  await Promise.all([kernel, mortal, stubborn, ours].map((one) => one.shutdown()));
  assert.deepEqual(connectionFolders(), []);
  rmSync(temporary, { recursive: true });
});

/** Whether a process runs; one that has ended but was not yet collected does not. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function ended(pid: number): Promise<void> {
  while (runs(pid)) await delay(20);
}

const connectionFolders = () => readdirSync(temporary).filter((name) => name.startsWith('kernel-'));

test('a cell shows its outputs in order and counts up', async () => {
  const first = await kernel.execute(
    "console.log('one'); console.error('two'); console.log('three')",
  );
  assert.equal(first.status, 'ok');
  assert.deepEqual(first.outputs, [
    { type: 'stream', name: 'stdout', text: 'one\n' },
    { type: 'stream', name: 'stderr', text: 'two\n' },
    { type: 'stream', name: 'stdout', text: 'three\n' },
  ]);
  const second = await kernel.execute('1 + 1');
  assert.equal(textOf(second.outputs, 'stdout'), '2\n');
  assert.equal(second.executionCount, (first.executionCount ?? 0) + 1);
});

test('the kernel says what it is, completes and inspects, and its heart beats', async () => {
  assert.equal((await kernel.info()).language_info.name, 'typescript');
  await kernel.execute('const answer = 42;');
  const { matches, start: from } = await kernel.complete('answer.toFi');
  assert.deepEqual(matches, ['toFixed']);
  assert.equal(from, 'answer.'.length);
  const inspection = await kernel.inspect('answer', 3);
  assert.match(String(inspection.data['text/plain']), /const answer: 42/);
  assert.equal(await kernel.beats(10_000), true);
});

test('an error stops the cells that wait behind it, unless told otherwise', async () => {
  const failing = kernel.execute("throw new Error('x')");
  const waiting = kernel.execute("'never'");
  assert.equal((await failing).status, 'error');
  assert.equal((await waiting).status, 'aborted');
  // The stock kernel drops what arrives within the next moment too.
  await delay(400);
});

test('a display arrives with its data and, updated, with its id', async () => {
  const { outputs } = await kernel.execute(
    "import * as tslab from 'tslab'; const d = tslab.newDisplay(); d.text('a'); d.text('b');",
  );
  assert.deepEqual(
    outputs.map((output) => output.type),
    ['display_data', 'update_display_data'],
  );
  const ids = outputs.map((output) => ('displayId' in output ? output.displayId : undefined));
  assert.ok(ids[0]);
  assert.equal(ids[0], ids[1]);
});

test('what a cell prints after its end is handed over as late', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const go = `${temporary}/late`;
  const cell = await kernel.execute(
    `import { existsSync } from 'node:fs';
     const asking = setInterval(() => {
       if (!existsSync('${go}')) return;
       clearInterval(asking);
       console.log('late');
     }, 20);`,
    {
      onOutput: (output, late) => {
        if (late && output.type === 'stream') resolve(output.text);
      },
    },
  );
  writeFileSync(go, '');
  assert.equal(await promise, 'late\n');
  assert.equal(textOf(cell.outputs, 'stdout').includes('late'), false);
});

test('a cell that does not finish in time rejects with what it had shown, and is left running', async () => {
  const go = `${temporary}/go`;
  // Defined before, so that what is limited has little to compile.
  await kernel.execute(
    `import { existsSync } from 'node:fs';
     const hold = async () => {
       while (!existsSync('${go}')) await new Promise((r) => setTimeout(r, 20));
     };`,
  );
  const error = await kernel
    .execute("console.log('begun'); await hold();", { timeoutMs: 3000 })
    .catch((e: unknown) => e);
  assert.ok(error instanceof KernelTimeout);
  assert.equal(textOf(error.outputs, 'stdout'), 'begun\n');
  writeFileSync(go, '');
  assert.equal((await kernel.execute("'still here'")).status, 'ok');
});

test('an interrupt reaches the children of the kernel too', async () => {
  const cell = kernel.execute(
    "import { spawnSync } from 'node:child_process'; spawnSync('sleep', ['600']);",
  );
  const children = () =>
    readFileSync(`/proc/${kernel.pid}/task/${kernel.pid}/children`, 'utf8').trim();
  while (children() === '') await delay(20);
  const child = Number(children());
  kernel.interrupt();
  await ended(child);
  await cell;
  assert.equal(runs(kernel.pid), true);
});

test('when the kernel dies its cell fails with the signal and its last words; its group goes too', async () => {
  const before = connectionFolders().length;
  const error = await mortal
    .execute(
      `import { spawn } from 'node:child_process';
       console.log(spawn('sleep', ['600']).pid);
       setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1000);
       await new Promise(() => {});`,
    )
    .catch((e: unknown) => e);
  assert.ok(error instanceof KernelDied);
  assert.match(error.message, /^The kernel was killed by SIGKILL\./);
  assert.deepEqual(await mortal.exited, { code: null, signal: 'SIGKILL' });
  const child = Number(textOf(error.outputs, 'stdout'));
  assert.ok(child > 0);
  await ended(child);
  await assert.rejects(mortal.execute('1'), KernelDied);
  assert.equal(connectionFolders().length, before - 1);
});

test('a kernel that will not end is made to, with its children', async () => {
  const before = connectionFolders().length;
  const { outputs } = await stubborn.execute(
    `import { spawn } from 'node:child_process';
     process.on('SIGTERM', () => {});
     setInterval(() => {}, 1000);
     console.log(spawn('sleep', ['600']).pid)`,
  );
  const exit = await stubborn.shutdown(100);
  assert.equal(exit.signal, 'SIGKILL');
  assert.equal(runs(stubborn.pid), false);
  await ended(Number(textOf(outputs, 'stdout')));
  assert.equal(connectionFolders().length, before - 1);
});

test('a port that another program took is answered by a start on other ports', async () => {
  // Takes the shell port of its own connection file when it is the first to be started.
  const thief = `
    const { readFileSync, existsSync, writeFileSync } = require('node:fs');
    const [file, marker, tslab] = process.argv.slice(1);
    const first = !existsSync(marker);
    writeFileSync(marker, '');
    const go = () => { process.argv = [process.argv[0], tslab, 'kernel', '--config-path=' + file]; require(tslab); };
    if (!first) go();
    else require('node:net').createServer().listen(JSON.parse(readFileSync(file)).shell_port, '127.0.0.1', go);`;
  const [node = '', tslab = ''] = STOCK_ARGV;
  await using other = await startKernel({
    argv: [node, '-e', thief, '{connection_file}', `${temporary}/thief-was-here`, tslab],
  });
  assert.equal((await other.execute('1')).status, 'ok');
  assert.ok(existsSync(`${temporary}/thief-was-here`));
});

test('a command that is not there, or ends at once, is one clear sentence', async () => {
  const before = connectionFolders();
  await assert.rejects(
    startKernel({ argv: ['/no/such/kernel'] }),
    /program could not be started: spawn \/no\/such\/kernel ENOENT/,
  );
  await assert.rejects(
    startKernel({ argv: ['sh', '-c', 'echo no memory >&2; exit 3'] }),
    /did not start\. The kernel exited with code 3\. It had written:\nno memory/,
  );
  assert.deepEqual(connectionFolders(), before);
});

test('our own kernel, over ipc: a burst of 20,000 displays arrives whole', async () => {
  const { outputs } = await ours.execute(
    "import * as tslab from 'tslab'; for (let i = 0; i < 20_000; i++) tslab.display.text('' + i);",
  );
  const texts = outputs.map(
    (output) => output.type === 'display_data' && output.data['text/plain'],
  );
  assert.deepEqual(
    texts,
    Array.from({ length: 20_000 }, (_, i) => `${i}`),
  );
});
