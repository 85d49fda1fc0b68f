import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startKernel, textOf } from '../jupyter/index.ts';
import { kernelArgv, kernelSpec } from './index.ts';
import { STOCK_ARGV } from './stock.ts';

const LIMIT = { timeoutMs: 60_000 };
const LOOP = "console.log('begun'); for (;;);";

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'kernel-life-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A connection file for sockets in a folder. */
function connectionFile(path: string): string {
  const file = join(path, 'connection.json');
  const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };
  writeFileSync(
    file,
    JSON.stringify({ transport: 'ipc', ip: join(path, 's'), key: 'k', ...ports }),
  );
  return file;
}

/** True while the process runs; one that has ended but was not waited for does not. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Asks until it is so; the test runner's own limit guards the rest. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(50);
}

/** Starts a kernel as the child of a shell, kills the shell, and returns the kernel's pid. */
async function orphan(argv: readonly string[], bound: () => boolean): Promise<number> {
  const shell = spawn('sh', ['-c', '"$@" & echo $!; wait', 'sh', ...argv], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(shell.stdout, 'data');
  await until(bound);
  shell.kill('SIGKILL');
  await once(shell, 'exit');
  shell.stdout.destroy();
  return Number(line);
}

/** The sockets in a folder; stock tslab names them with a colon. */
const sockets = (path: string) => readdirSync(path).filter((name) => /^s[-:]\d$/.test(name));

// Each has kernels and a folder of its own, and most of its time is waiting.
describe('the life of a kernel', { concurrency: 3 }, () => {
  test('a kernel whose parent dies ends and removes its sockets', {
    timeout: 120_000,
  }, async (t) => {
    const path = folder(t);
    const argv = kernelArgv(process.execPath, connectionFile(path));
    const pid = await orphan(argv, () => sockets(path).length === 5);
    await until(() => !runs(pid));
    assert.deepEqual(sockets(path), []);
  });

  test('stock tslab outlives its parent', { timeout: 120_000 }, async (t) => {
    const path = folder(t);
    const file = connectionFile(path);
    const argv = STOCK_ARGV.map((arg) => arg.replace('{connection_file}', file));
    const pid = await orphan(argv, () => sockets(path).length === 5);
    t.after(() => process.kill(pid, 'SIGKILL'));
    await wait(3000);
    assert(runs(pid));
  });

  test('sockets left by a kernel that was killed do not keep the next from starting', async (t) => {
    const path = folder(t);
    const file = connectionFile(path);
    for (let round = 0; round < 2; round++) {
      const [node = '', ...args] = kernelArgv(process.execPath, file);
      const kernel = spawn(node, args, { stdio: 'ignore' });
      let code: number | null | undefined;
      kernel.once('exit', (ended) => {
        code = ended;
      });
      await until(() => sockets(path).length === 5 || code !== undefined);
      await wait(500);
      assert.equal(code, undefined);
      kernel.kill('SIGKILL');
      await once(kernel, 'exit');
    }
  });

  test('SIGTERM ends a kernel in order, also in a loop', async () => {
    const ended = ["console.log('begun')", LOOP].map(async (code) => {
      const begun = Promise.withResolvers<void>();
      await using kernel = await startKernel({ transport: 'ipc' });
      kernel
        .execute(code, { ...LIMIT, onOutput: (o) => o.type === 'stream' && begun.resolve() })
        .catch(() => {});
      await begun.promise;
      assert(await kernel.beats(10_000));
      process.kill(kernel.pid, 'SIGTERM');
      return await kernel.exited;
    });
    const exit = { code: 143, signal: null };
    assert.deepEqual(await Promise.all(ended), [exit, exit]);
  });

  test('a shutdown request ends a kernel in order, also in a loop', async () => {
    const begun = Promise.withResolvers<void>();
    const kernel = await startKernel();
    kernel
      .execute(LOOP, { ...LIMIT, onOutput: (o) => o.type === 'stream' && begun.resolve() })
      .catch(() => {});
    await begun.promise;
    assert.deepEqual(await kernel.shutdown(20_000), { code: 0, signal: null });
  });

  test('the end of a kernel ends the children of its cells', async () => {
    const kernel = await startKernel();
    const { outputs } = await kernel.execute(
      "import { spawn } from 'node:child_process'; spawn('sleep', ['300'], { stdio: 'ignore' }).pid",
      LIMIT,
    );
    const pid = Number(textOf(outputs, 'stdout'));
    assert(runs(pid));
    await kernel.shutdown();
    await until(() => !runs(pid));
  });

  test('several kernels run side by side, each with its own cells', async () => {
    const starting = [startKernel(), startKernel({ transport: 'ipc' })] as const;
    const [first, second] = await Promise.all(starting);
    await using both = new AsyncDisposableStack();
    both.use(first);
    both.use(second);
    const begun = Promise.withResolvers<void>();
    const onOutput = () => begun.resolve();
    const looping = first.execute(LOOP, { ...LIMIT, onOutput });
    // An interrupt that comes before a cell has begun is not meant for it.
    await begun.promise;
    await second.execute('const mine = 2;', LIMIT);
    assert.equal(textOf((await second.execute('mine', LIMIT)).outputs, 'stdout'), '2\n');
    first.interrupt();
    assert.equal((await looping).status, 'error');
    assert.equal((await first.execute('mine', LIMIT)).status, 'error');
    const marks = '[process.env.WORKSHOP_KERNEL, process.execArgv.length].join()';
    assert.equal(textOf((await first.execute(marks, LIMIT)).outputs, 'stdout'), '1,0\n');
  });

  test('a debugger or strace of the same user may attach', async () => {
    await using kernel = await startKernel();
    const { outputs } = await kernel.execute(
      "import { spawn } from 'node:child_process'; import { once } from 'node:events';" +
        "const strace = spawn('strace', ['-e', 'trace=none', '-p', String(process.pid)]);" +
        "const [said] = await once(strace.stderr, 'data');" +
        "strace.kill('SIGINT'); await once(strace, 'close'); String(said)",
      LIMIT,
    );
    assert.match(textOf(outputs, 'stdout'), /attached/);
  });

  test('without a usable connection file the kernel says why and exits with 1 or 2', (t) => {
    const [node = '', ...args] = kernelArgv(process.execPath, join(folder(t), 'none.json'));
    const missing = spawnSync(node, args, { encoding: 'utf8' });
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /^The connection file .* cannot be read: .*ENOENT.*\n$/);
    const none = spawnSync(node, args.slice(0, -1), { encoding: 'utf8' });
    assert.equal(none.status, 2);
    assert.match(none.stderr, /^Which connection file\?/);
  });

  test('install writes the kernelspec below the prefix, with absolute paths', (t) => {
    const prefix = folder(t);
    const script = fileURLToPath(new URL('install.ts', import.meta.url));
    const done = spawnSync(process.execPath, [script, prefix], { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    const written = JSON.parse(readFileSync(done.stdout.trim(), 'utf8'));
    assert.deepEqual(Object.keys(written), Object.keys(kernelSpec('node')));
    assert.match(done.stdout, /share\/jupyter\/kernels\/tslab\/kernel\.json\n$/);
    assert(written.argv[0].startsWith('/') && written.argv.at(-2).startsWith('/'));
    assert.equal(spawnSync(process.execPath, [script]).status, 2);
  });
});
