import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { commandLine, processes } from '../../proc/index.ts';
import { TemporaryFolder } from '../../trace/run/folder.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const NAP = `986.${process.pid}`;

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [MAIN, 'trace', ...args], { detached: true });
}

async function finish(child: ChildProcess) {
  const { stdout, stderr } = child;
  assert.ok(stdout !== null && stderr !== null);
  const [out, err, [code]] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  return { out, err, code };
}

function run(...args: string[]) {
  return finish(start(...args));
}

function sleepers(): number[] {
  const sleeping = processes().filter(({ name }) => name === 'sleep');
  return sleeping.map(({ pid }) => pid).filter((pid) => commandLine(pid)?.includes(NAP));
}

async function untilAsleep(): Promise<void> {
  while (sleepers().length === 0) await delay(20);
  // strace must have seen the sleep begin; its own call is what the test ends.
  await delay(50);
}

test('a command: its output, then its story; its failure is not ours', async () => {
  const { out, err, code } = await run('--', 'sh', '-c', 'echo hello; /bin/true; exit 3');
  assert.equal(code, 0);
  assert.equal(err, '');
  assert.match(out, /^hello\n\d+ system calls; the program exited with 3\.\n/);
  assert.match(out, /execve\("\/bin\/true".* = 0/);
});

test('--json: three numbers on stdout and nothing else, the values of byKind adding up', async () => {
  const { out, err, code } = await run('--json', '--', 'sh', '-c', 'echo hello; kill -TERM $$');
  assert.equal(code, 0);
  assert.equal(err, 'hello\n');
  const { events, byKind, notUnderstood, ...rest } = JSON.parse(out);
  assert.deepEqual(rest, {});
  assert.equal(notUnderstood, 0);
  assert.equal(byKind.killed, 1);
  assert.equal(
    Object.values<number>(byKind).reduce((sum, n) => sum + n),
    events,
  );
});

test('a trace that was saved reads back to the same numbers', async () => {
  using folder = new TemporaryFolder();
  const file = folder.file('kept');
  const live = await run('--json', '--save', file, '--', 'true');
  assert.equal((await run('--json', '--recording', file)).out, live.out);
  assert.match(readFileSync(file, 'utf8'), /execve/);
});

test('a recording of the course, by its name; lines not understood are counted and shown', async () => {
  assert.match((await run('--recording', 'spawn-true')).out, /\[?"true"\]?.* = 0/);
  using folder = new TemporaryFolder();
  writeFileSync(folder.file('torn'), '1 1700000000.1 getpid() = 1 <0.1>\nwhat is this\n');
  const { out, code } = await run('--recording', folder.file('torn'));
  assert.equal(code, 0);
  assert.match(out, /1 lines? .* not understood.*\n +line 2: what is this/);
});

test('mistakes get one sentence and an exit code', async () => {
  const mistakes: [args: string[], code: number, message: RegExp][] = [
    [[], 64, /^Name a command after --/],
    [['--recording', 'x', '--', 'true'], 64, /^A recording is only read/],
    [['--recording', 'nosuch'], 1, /^There is no recording or file named 'nosuch'\.\n$/],
    [['--recording', '/etc/passwd'], 1, /^'\/etc\/passwd' is no trace: /],
    [['--recording', '/etc'], 1, /^The recording '\/etc' could not be read: /],
    [['--', 'nosuch-program'], 1, /^There is no program 'nosuch-program'/],
    [['--inject', 'clone', '--', 'true'], 1, /^The injection 'clone' is not understood/],
    [
      ['--save', '/nosuch/file', '--', 'true'],
      1,
      /^The trace could not be kept in '\/nosuch\/file'/,
    ],
  ];
  for (const [args, expected, message] of mistakes) {
    const { out, err, code } = await run(...args);
    assert.deepEqual([out, code], ['', expected], args.join(' '));
    assert.match(err, message);
  }
});

test('Ctrl-C ends the command, not the report', async () => {
  const child = start('--', 'sleep', NAP);
  const ended = finish(child);
  await untilAsleep();
  process.kill(-(child.pid ?? assert.fail()), 'SIGINT');
  const { out, code } = await ended;
  assert.equal(code, 130);
  assert.match(out, /the program was killed by SIGINT/);
  assert.deepEqual(sleepers(), []);
});

test('SIGTERM to us alone ends what was started, after two seconds of grace', async () => {
  const child = start('--', 'sh', '-c', `setsid sleep ${NAP} & sleep ${NAP}`);
  const ended = finish(child);
  await untilAsleep();
  child.kill('SIGTERM');
  assert.equal((await ended).code, 143);
  assert.deepEqual(sleepers(), []);
});
