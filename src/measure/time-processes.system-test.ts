import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeProcesses } from './time-processes.ts';

test('every command gets one sample a round, the first round not counted', async () => {
  let runs = 0;
  const timings = await timeProcesses(
    [
      { name: 'true', argv: ['true'] },
      { name: 'cat', argv: ['cat'], input: Buffer.from('a letter') },
    ],
    { rounds: 3, onRun: () => runs++ },
  );
  assert.equal(runs, 8);
  assert.deepEqual(
    timings.map(({ name, samples }) => [name, samples.length, samples.every((ms) => ms > 0)]),
    [
      ['true', 3, true],
      ['cat', 3, true],
    ],
  );
});

test('a command that is not there is named', async () => {
  await assert.rejects(timeProcesses([{ name: 'x', argv: ['no-such-program'] }]), {
    message: /Could not time `no-such-program`: .*ENOENT/,
  });
});

test('a command that fails is named with its own words', async () => {
  await assert.rejects(
    timeProcesses([{ name: 'x', argv: ['sh', '-c', 'echo no such letter >&2; exit 3'] }]),
    /Could not time `sh -c .*`: no such letter/,
  );
});
