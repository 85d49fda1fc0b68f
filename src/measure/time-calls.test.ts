import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeCalls } from './time-calls.ts';

test('every candidate gets its samples, and every call its index', async () => {
  let largest = -1;
  const spin = (i: number): void => {
    largest = i;
    for (let k = 0; k < 1000; k++) largest ^= k & 1 ? 0 : 0;
  };
  const [timing] = await timeCalls({ spin }, { rounds: 3 });
  assert.equal(timing?.name, 'spin');
  assert.equal(timing?.samples.length, 3);
  assert.equal(largest, (timing?.batch ?? 0) - 1);
  assert.ok((timing?.summary.median ?? 0) > 0);
});

test('what a call throws reaches the caller', async () => {
  const broken = (): never => {
    throw new RangeError('no such handle');
  };
  await assert.rejects(timeCalls({ broken }), /no such handle/);
});
