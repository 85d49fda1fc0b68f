import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeThrown, describeTypeErrors } from './failure.ts';

test('an error keeps its name and message and loses frames of the kernel', () => {
  const error = new RangeError('far');
  error.stack =
    'RangeError: far\n    at learner (/home/me/a.ts:1:2)\n' +
    '    at x (/w/src/kernel/cells/cells.ts:9:9)\n    at node:vm:12:3';
  const { ename, evalue, traceback } = describeThrown(error);
  assert.deepEqual([ename, evalue], ['RangeError', 'far']);
  assert.deepEqual(traceback, ['RangeError: far', '    at learner (/home/me/a.ts:1:2)']);
});

test('anything may be thrown', () => {
  for (const thrown of [undefined, null, 3, 'text', { a: 1 }, Object.create(null)]) {
    const failure = describeThrown(thrown);
    assert.equal(failure.ename, 'Thrown');
    assert.match(failure.traceback.join('\n'), /^Thrown: /);
  }
});

test('type errors point into the cell; those of other files name the file', () => {
  const { evalue, traceback } = describeTypeErrors('let a;\nb;', [
    { line: 2, column: 1, text: "Cannot find name 'b'." },
    { line: 7, column: 3, text: 'No.', file: 'other.ts' },
  ]);
  assert.equal(evalue, "Cannot find name 'b'.");
  assert.deepEqual(traceback, [
    "line 2, column 1: Cannot find name 'b'.",
    '    b;',
    '    ^',
    'other.ts, line 7, column 3: No.',
  ]);
});
