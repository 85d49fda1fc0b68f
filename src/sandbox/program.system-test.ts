import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.ts';

const RECORDS = fileURLToPath(new URL('fixtures/records.ts', import.meta.url));

test('records come over the private channel, in order, as they are sent', async () => {
  const arrived: unknown[] = [];
  const result = await runProgram({
    nodeArgs: [RECORDS],
    input: { text: 'a\nb', big: 'x'.repeat(300_000) },
    onRecord: (record) => arrived.push(record),
  });
  assert.deepEqual(result.ending, { kind: 'exited', code: 0 });
  assert.deepEqual(result.records, [
    { input: { text: 'a\nb', big: 'x'.repeat(300_000) } },
    [],
    'Error: no private channel here, or it is taken',
  ]);
  assert.deepEqual(arrived, result.records);
  assert.equal(result.stdout, 'out\n');
  assert.equal(result.stderr, 'err\n');
});

test('the children of a program inherit none of our descriptors', async () => {
  const list = "console.log(require('child_process').execSync('ls /proc/self/fd').toString())";
  const { stdout } = await runProgram({ nodeArgs: ['-e', list] });
  // 3 is the folder that ls itself reads.
  assert.deepEqual(stdout.trim().split('\n').slice(0, 4), ['0', '1', '2', '3']);
  assert.equal(stdout.trim().split('\n').length, 4);
});

test('any other program runs too', async () => {
  const { ending, stdout, stderr } = await runProgram({
    argv: ['sh', '-c', 'echo $GREETING; echo oops >&2; exit 3'],
    env: { GREETING: 'hello' },
  });
  assert.deepEqual(ending, { kind: 'exited', code: 3 });
  assert.equal(stdout, 'hello\n');
  assert.equal(stderr, 'oops\n');
});

test('a program that is not there is told by name', async () => {
  const { ending } = await runProgram({ argv: ['no-such-program'], env: { PATH: '/bin' } });
  assert.deepEqual(ending, {
    kind: 'lost',
    reason: 'no-such-program could not be started: ENOENT',
  });
});

test('the environment of a test runner does not reach the program', async () => {
  const { stdout } = await runProgram({ argv: ['env'] });
  assert.doesNotMatch(stdout, /NODE_TEST_CONTEXT|NODE_OPTIONS/);
});

test('a process more than allowed is one too many, one less is not', async () => {
  // Those that are too many sleep for long: however busy the machine, none has ended when the last one starts.
  const sleepers = (count: number, seconds: number) =>
    runProgram({
      argv: ['sh', '-c', `for i in $(seq ${count}); do sleep ${seconds} & done; wait`],
      limits: { processes: 8, wallMs: 60_000 },
    });
  assert.equal((await sleepers(6, 1)).ending.kind, 'exited');
  assert.equal((await sleepers(9, 600)).ending.kind, 'processes');
});

test('output keeps its order and arrives whole below the limit', async () => {
  const { stdout } = await runProgram({ argv: ['seq', '100000'] });
  assert.equal(stdout.length, 588_895);
  assert.ok(stdout.endsWith('\n99999\n100000\n'));
});
