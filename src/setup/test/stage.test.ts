import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsIn, judge } from './stage.js';

test('a last line with counts is counted', () => {
  assert.deepEqual(countsIn('ok 1\n16 passed, 2 failed\n', 1), { passed: 16, failed: 2 });
  assert.deepEqual(countsIn('lessons: 3 passed, 0 failed, 1 skipped', 0), { passed: 3, failed: 0 });
});

test('without counts the exit code is one check', () => {
  assert.deepEqual(countsIn('all good', 0), { passed: 1, failed: 0 });
  assert.deepEqual(countsIn('error', 2), { passed: 0, failed: 1 });
  assert.deepEqual(countsIn('', null), { passed: 0, failed: 1 });
});

test('counts in the middle of the output do not count', () => {
  assert.deepEqual(countsIn('5 passed, 0 failed\nthen it broke', 1), { passed: 0, failed: 1 });
});

test('an exit code that contradicts the counts is a failure', () => {
  assert.deepEqual(countsIn('5 passed, 0 failed', 1), { passed: 5, failed: 1 });
  const clean = JSON.stringify({ passed: 5, failed: 0, skipped: 0, failures: [] });
  assert.equal(judge(clean, 0).failed, 0);
  assert.equal(judge(clean, 1).failed, 1);
});

test('a run without a test, or without a report, is a failure', () => {
  assert.equal(
    judge(JSON.stringify({ passed: 0, failed: 0, skipped: 3, failures: [] }), 0).failed,
    1,
  );
  assert.equal(judge('', 1).failed, 1);
});
