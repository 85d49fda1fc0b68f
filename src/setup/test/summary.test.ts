import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary } from './summary.js';

const ok = { name: 'types', seconds: 1.24, passed: 1, failed: 0, skipped: 0, failures: [] };
const failure = { name: 'adds', file: 'a.test.ts:3', error: '1 == 2\n  at a.test.ts:3' };
const bad = { name: 'unit', seconds: 20, passed: 200, failed: 1, skipped: 2, failures: [failure] };

test('failures come in full, then the table, then the sum on the very last line', () => {
  assert.equal(
    summary([ok, bad]),
    `
FAIL unit: adds  (a.test.ts:3)
  1 == 2
    at a.test.ts:3

stage        seconds  passed  failed  skipped
types  ok        1.2       1       0
unit   FAIL     20.0     200       1        2

201 passed, 1 failed`,
  );
});
