import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClassReport, describeClass, passed } from './report.ts';

const calm: ClassReport = {
  lesson: '01-one-call',
  visits: [
    { learner: 'learner-01', loginToFirstCellMs: 2000, verdictMs: [500], cells: 9, errors: [] },
    { learner: 'learner-02', loginToFirstCellMs: 4000, verdictMs: [700], cells: 9, errors: [] },
  ],
  memoryAtEnd: [100 * 2 ** 20, 100 * 2 ** 20],
  memoryPeaks: [200 * 2 ** 20, 200 * 2 ** 20],
  trespass: { attempts: 12, succeeded: [] },
};

test('a class without an error or a trespass passes, and its report says so', () => {
  assert.ok(passed(calm));
  const report = describeClass(calm);
  assert.match(report, /2 learners ran 01-one-call, 9 code cells each/);
  assert.match(report, /Memory a learner at its peak: p50 200 MiB, p95 200 MiB/);
  assert.match(report, /Errors: none/);
  assert.match(report, /refused: 12/);
});

test('one attempt that succeeded fails the class and is named', () => {
  const trespass = { attempts: 12, succeeded: ['learner-01 on learner-02: ls'] };
  const report = { ...calm, trespass };
  assert.equal(passed(report), false);
  assert.match(describeClass(report), /learner-01 on learner-02: ls/);
});

test('one error in a cell fails the class and is named', () => {
  const [first, second] = calm.visits;
  assert.ok(first && second);
  const report = { ...calm, visits: [{ ...first, errors: ['boom'] }, second] };
  assert.equal(passed(report), false);
  assert.match(describeClass(report), /learner-01: boom/);
});
