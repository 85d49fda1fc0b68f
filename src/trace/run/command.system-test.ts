import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterEach, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { children, descendants, processes } from '../../proc/index.ts';
import { isProcessBirth, isThreadBirth } from '../story/births.ts';
import { calls } from '../story/essentials.ts';
import { execPath, isPathProbe } from '../story/execs.ts';
import { traceCommand } from './command.ts';
import { TemporaryFolder } from './folder.ts';

/** A number of seconds that no one else sleeps for names our sleepers. */
const NAP = `987.${process.pid}`;

afterEach(() => {
  assert.deepEqual(descendants(), [], 'no descendant is left');
  assert.deepEqual(sleepers(), [], 'no sleeper is left');
});

function sleepers(): number[] {
  return processes()
    .filter(({ name }) => name === 'sleep')
    .map(({ pid }) => pid)
    .filter((pid) => commandLineOf(pid).includes(NAP));
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const BIRTHS: [argv: string[], processes: number][] = [
  [['sh', '-c', '/bin/true; /bin/true'], 2],
  [['sh', '-c', 'exec env true'], 0],
  [['sh', '-c', 'true; true'], 0],
  [['sh', '-c', '(:) & wait'], 1],
  [[process.execPath, '-e', "new (require('worker_threads').Worker)('0', {eval: true})"], 0],
];

for (const [argv, count] of BIRTHS) {
  test(`${argv.slice(1).join(' ')} makes ${count} processes`, async () => {
    const trace = await traceCommand(argv);
    assert.deepEqual(trace.notUnderstood, []);
    assert.equal(trace.events.filter(isProcessBirth).length, count);
    assert.equal(trace.events.some(isThreadBirth), argv[0] === process.execPath);
  });
}

test('the status, the output and the input are those of the command', async () => {
  const ended = await traceCommand(['sh', '-c', 'cat; echo no >&2; exit 3'], {
    input: 'caf\u00e9',
  });
  assert.deepEqual(ended.end, { code: 3, signal: null, timedOut: false });
  assert.equal(ended.stdout.toString(), 'caf\u00e9');
  assert.equal(ended.stderr.toString(), 'no\n');
  const killed = await traceCommand(['sh', '-c', 'kill -SEGV $$']);
  assert.deepEqual(killed.end, { code: null, signal: 'SIGSEGV', timedOut: false });
});

test('a large output does not stall it, and only its beginning is kept', async () => {
  const { end, stdout } = await traceCommand(['head', '-c', '3000000', '/dev/zero']);
  assert.equal(end.code, 0);
  assert.equal(stdout.length, 2 ** 20);
});

test('the folder and the environment are those asked for', async () => {
  using folder = new TemporaryFolder();
  const env = { PATH: '/nowhere:/usr/bin:/bin', GREETING: 'hello' };
  const cwd = pathToFileURL(folder.path);
  const { stdout } = await traceCommand(['sh', '-c', 'echo $GREETING; pwd'], { env, cwd });
  assert.equal(stdout.toString(), `hello\n${folder.path}\n`);
});

test('the probes of PATH are seen in its order', async () => {
  const env = { PATH: '/nowhere:/none:/usr/bin' };
  const { events } = await traceCommand(['/usr/bin/env', 'true'], { env });
  assert.deepEqual(events.filter(isPathProbe).map(execPath), ['/nowhere/true', '/none/true']);
});

test('an injected fault strikes the command', async () => {
  const inject = 'clone,clone3,vfork,fork:error=ENOMEM';
  const trace = await traceCommand(['sh', '-c', '/bin/true; :'], { inject });
  assert.equal(trace.events.filter(isProcessBirth).length, 0);
  assert.ok(calls(trace).some((call) => call.result?.injected));
  assert.match(trace.stderr.toString(), /fork/i);
});

const ESCAPES = `setsid sleep ${NAP} & sleep ${NAP} & (sleep ${NAP} & exec sleep ${NAP})`;

test('when the time is up everything is ended, whatever session it fled to', async () => {
  const trace = await traceCommand(['sh', '-c', ESCAPES], { timeoutMs: 1000 });
  assert.deepEqual(trace.end, { code: null, signal: 'SIGKILL', timedOut: true });
  assert.match(trace.notice ?? '', /time was up/);
  assert.equal(trace.events.filter((event) => event.kind === 'killed').length, 5);
});

test('an abort ends everything and rejects with its reason', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const traced = traceCommand(['sh', '-c', ESCAPES], { signal: controller.signal });
  const timer = setInterval(() => sleepers().length === 4 && controller.abort(reason), 20);
  try {
    await assert.rejects(traced, (error) => error === reason);
  } finally {
    clearInterval(timer);
  }
  assert.deepEqual(children(), []);
});

test('Ctrl-C in a script ends the command and then the script, as without us', async () => {
  const command = fileURLToPath(new URL('./command.ts', import.meta.url));
  const script = `import { traceCommand } from ${JSON.stringify(command)};
    await traceCommand(['sh', '-c', ${JSON.stringify(ESCAPES)}]); console.log('went on')`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  while (sleepers().length < 4) await delay(20);
  child.kill('SIGINT');
  const [[code, signal], out] = await Promise.all([once(child, 'close'), text(child.stdout)]);
  assert.deepEqual([code, signal, out], [null, 'SIGINT', '']);
});

test('a daemon is waited for to its end', async () => {
  const { events, root } = await traceCommand(['sh', '-c', 'setsid sleep 0.3 & exit 5']);
  const exits = events.filter((event) => event.kind === 'exit');
  assert.ok(exits.findIndex(({ pid }) => pid === root) < exits.length - 1);
});

const MISTAKES: [argv: string[], options: object, message: RegExp][] = [
  [[], {}, /^Name a command to trace/],
  [['nosuch-program'], {}, /^There is no program 'nosuch-program' in any folder of PATH\.$/],
  [['./nosuch'], {}, /^There is no file '.*\/nosuch' to run\.$/],
  [['/etc/passwd'], {}, /^'\/etc\/passwd' may not be run/],
  [['/'], {}, /^'\/' may not be run/],
  [['true'], { cwd: '/nosuch' }, /^The folder '\/nosuch' to run 'true' in does not exist\.$/],
  [['true'], { inject: 'clone' }, /^The injection 'clone' is not understood/],
];

for (const [argv, options, message] of MISTAKES) {
  test(`a mistake gets its sentence: ${argv.join(' ')} ${JSON.stringify(options)}`, async () => {
    await assert.rejects(traceCommand(argv, options), { name: 'TraceError', message });
  });
}

test('a file the kernel cannot load gets a sentence as well', async () => {
  using folder = new TemporaryFolder();
  writeFileSync(folder.file('garbage'), '\u0000\u0001garbage', { mode: 0o755 });
  await assert.rejects(traceCommand([folder.file('garbage')]), /Exec format error/);
});

test('a recording stands in for a machine without strace, not for a mistake', async () => {
  const { PATH } = process.env;
  const options = { recording: 'spawn-true', env: { ...process.env } };
  await assert.rejects(traceCommand(['nosuch-program'], options), { name: 'TraceError' });
  process.env.PATH = '/nowhere';
  try {
    const { source, notice, events } = await traceCommand(['true'], options);
    assert.equal(source, 'recording');
    assert.match(notice ?? '', /not installed/);
    assert.ok(events.length > 50);
  } finally {
    process.env.PATH = PATH;
  }
});
