import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  finish,
  processesOf,
  removeClone,
  scratchClone,
  shellEnvironment,
} from './scratch-clone.ts';

// One clone lives through the whole file, as a learner's does: cut short, set up, opened, moved.
describe('a fresh clone in a folder with spaces', () => {
  let folder = '';
  let tree = '';
  let home = '';
  before(() => {
    ({ folder, tree } = scratchClone());
    home = join(folder, 'home');
    mkdirSync(home);
  });
  after(() => removeClone(folder));

  /** A shell whose settings would break a set-up that trusted them, in a home of its own. */
  function hostile(): NodeJS.ProcessEnv {
    const npm = (name: string) =>
      execFileSync('npm', ['config', 'get', name], {
        env: shellEnvironment(),
        encoding: 'utf8',
      }).trim();
    return shellEnvironment({
      HOME: home,
      npm_config_userconfig: npm('userconfig'),
      npm_config_cache: npm('cache'),
      PIP_CACHE_DIR: join(homedir(), '.cache/pip'),
      // pip asks rustc for its version, and rustup's rustc makes a folder in the home.
      RUSTUP_HOME: join(folder, 'rustup'),
      npm_config_engine_strict: 'true',
      NODE_ENV: 'production',
      PYTHONHOME: '/nowhere',
      PYTHONPATH: '/nowhere',
      PYTHONSTARTUP: '/nowhere.py',
      PIP_USER: '1',
      PIP_TARGET: '/nowhere',
      MAKEFLAGS: '-n',
      JUPYTER_CONFIG_DIR: '/nowhere',
    });
  }

  test('Ctrl-C during set-up ends what it started and says how to go on', async () => {
    const child = spawn('node', ['src/setup/run.js', 'command'], {
      cwd: tree,
      env: hostile(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      told += text;
    });
    await until(
      'npm at work',
      () =>
        existsSync(join(tree, 'node_modules')) ||
        processesOf(tree).some((line) => / ci /.test(line)),
    );
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
    assert.match(told, /^\nStopped. Run the same command again: it goes on where it was.\n$/);
    await until('no process left', () => processesOf(tree).length === 0);
  });

  test('npm start sets up, passes over a taken port, serves the course to its token alone, and stops with all its processes', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    assert.ok(address !== null && typeof address === 'object');
    const start = spawn('npm', ['start', '--', '--no-open', '--port', String(address.port)], {
      cwd: tree,
      env: hostile(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const output = await outputUntil(start, /\n\nCtrl-C stops it/);
      assert.match(output, new RegExp(`Port ${address.port} is taken; using \\d+\\.`));
      const url = new URL(output.match(/^http:\S+$/m)?.[0] ?? '');
      assert.equal(url.hostname, '127.0.0.1');
      assert.equal(url.pathname, '/lab/tree/notebooks/00-welcome.ipynb');
      await serves(url.origin, url.searchParams.get('token') ?? '');

      assert.ok(processesOf(tree).some((line) => line.includes('src/kernel/main.ts')));
      // As the terminal does: to every process of the foreground group.
      process.kill(-(start.pid ?? 0), 'SIGINT');
      await once(start, 'close');
      assert.deepEqual(processesOf(tree), []);
      assert.deepEqual(readdirSync(home), [], 'nothing is written to the home');
    } finally {
      holder.close();
      if (start.exitCode === null && start.signalCode === null) start.kill('SIGTERM');
    }
  });

  async function serves(origin: string, token: string) {
    const ask = (path: string, init?: RequestInit) =>
      fetch(`${origin}${path}`, { ...init, headers: { authorization: `token ${token}` } });
    assert.equal((await fetch(`${origin}/api/contents`)).status, 403);
    const specs = await (await ask('/api/kernelspecs')).json();
    assert.deepEqual([specs.default, Object.keys(specs.kernelspecs)], ['tslab', ['tslab']]);
    assert.equal((await ask('/api/contents/package.json?content=0')).status, 200);
    const kernel = await ask('/api/kernels', { method: 'POST', body: '{"name":"tslab"}' });
    assert.equal(kernel.status, 201);
    await until('the kernel to run', () =>
      processesOf(tree).some((line) => line.includes('src/kernel/main.ts')),
    );
  }

  test('./workshop is quiet once set up and passes arguments and exit codes, from any folder and through a link', async () => {
    symlinkSync('the course/workshop', join(folder, 'shop'));
    for (const [command, cwd] of [
      ['../workshop', join(tree, 'notebooks-to-be')],
      ['./shop', folder],
    ] as const) {
      mkdirSync(cwd, { recursive: true });
      const env = shellEnvironment({ NODE_OPTIONS: '--no-such-option' });
      const unknown = await finish([command, 'no-such-command'], { cwd, env });
      assert.equal(unknown.code, 64);
      assert.equal(unknown.stdout, '');
      assert.match(unknown.stderr, /no-such-command/);
      assert.doesNotMatch(unknown.stderr, /Setting up|system tools/);
    }
  });

  test('npm test runs the stage it is asked for, and its last line is the sum', async () => {
    const { code, stdout } = await finish(['npm', 'test', '--', 'asan'], { cwd: tree });
    assert.equal(code, 0);
    assert.equal(stdout.trimEnd().split('\n').at(-1), '1 passed, 0 failed');
  });

  test('a moved tree sets itself right', async () => {
    const moved = join(folder, 'moved here');
    renameSync(tree, moved);
    tree = moved;
    const { code } = await finish(['./workshop', 'help'], { cwd: moved });
    assert.equal(code, 0);
    const spec = readFileSync(join(moved, '.venv/share/jupyter/kernels/tslab/kernel.json'), 'utf8');
    assert.ok(spec.includes(join(moved, 'src/kernel/main.ts')));
    assert.ok(!spec.includes('the course'));
  });
});

/** What the child has printed once it matches; fails with all of it when the child ends first. */
async function outputUntil(child: ChildProcess, expected: RegExp): Promise<string> {
  let output = '';
  const ended = new Promise<never>((_, reject) => {
    child.once('close', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
  ended.catch(() => {});
  const matched = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (expected.test(output)) resolve();
      });
  });
  await Promise.race([matched, ended]);
  return output;
}

/** Waits for something to become true; the limit only guards against a hang. */
async function until(what: string, isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isTrue()) {
    assert.ok(Date.now() < deadline, `waited a minute for ${what}`);
    await wait(50);
  }
}
