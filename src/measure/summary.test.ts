import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile, summary } from './summary.ts';
import { sampleWarnings } from './warnings.ts';

test('a percentile between two samples lies between them', () => {
  assert.equal(percentile([40, 10, 30, 20], 50), 25);
  assert.equal(percentile([1, 2, 3, 4, 5], 90), 4.6);
  assert.equal(percentile([7], 10), 7);
});

test('a percentile of nothing, or beyond 100, is refused', () => {
  assert.throws(() => percentile([], 50), /at least one sample/);
  assert.throws(() => percentile([1], 101), /between 0 and 100/);
  assert.throws(() => percentile([1], Number.NaN), /between 0 and 100/);
});

test('a summary leaves its samples as they were', () => {
  const samples = [3, 1, 2];
  assert.deepEqual(summary(samples), { n: 3, min: 1, p10: 1.2, median: 2, p90: 2.8, max: 3 });
  assert.deepEqual(samples, [3, 1, 2]);
});

test('sound samples earn no warning', () => {
  assert.deepEqual(sampleWarnings([10, 11, 10.5, 10.2, 10.8]), []);
});

test('an outlier, a wide spread and a collection are each said', () => {
  assert.match(
    sampleWarnings([10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 900]).join(),
    /1 of 11 samples/,
  );
  assert.match(sampleWarnings([10, 15, 20, 25, 30]).join(), /more than twice as long/);
  assert.match(sampleWarnings([10, 10], 1).join(), /ran once/);
});
