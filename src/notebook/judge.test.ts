import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Output } from '../jupyter/index.ts';
import { firstLine, judge } from './judge.ts';
import { type CellRun, limitOf } from './run-cells.ts';

const stderr: Output = { type: 'stream', name: 'stderr', text: 'careful\n' };
const error: Output = { type: 'error', ename: 'TypeError', evalue: 'no', traceback: [] };

function run(tags: string[], fields: Partial<CellRun>): CellRun {
  const source = '\n  const x = 1;\nx';
  return {
    cell: 3,
    source: { cell_type: 'code', metadata: { tags }, execution_count: null, outputs: [], source },
    status: 'ok',
    outputs: [],
    late: [],
    ms: 1,
    ...fields,
  };
}
const problems = (tags: string[], fields: Partial<CellRun>) =>
  judge(run(tags, fields)).map(({ problem, message }) => `${problem}: ${message}`);

test('a cell that said nothing on stderr and raised nothing is fine', () => {
  assert.deepEqual(problems([], { outputs: [{ type: 'stream', name: 'stdout', text: 'x' }] }), []);
});

test('an error is a finding unless it is expected, and then its absence is one', () => {
  assert.deepEqual(problems([], { status: 'error', outputs: [error] }), ['error: TypeError: no']);
  assert.deepEqual(problems(['raises-exception'], { status: 'error', outputs: [error] }), []);
  assert.match(problems(['raises-exception'], {})[0] ?? '', /^no error: /);
});

test('an error after the reply, or beside a reply that says ok, is a late error', () => {
  assert.deepEqual(problems([], { outputs: [error] }), ['late error: TypeError: no']);
  assert.deepEqual(problems([], { late: [error] }), ['late error: TypeError: no']);
  assert.deepEqual(problems(['raises-exception'], { late: [error] }), []);
});

test('stderr is a finding unless it is expected, early or late, and then its absence is one', () => {
  assert.deepEqual(problems([], { outputs: [stderr] }), ['stderr: careful']);
  assert.deepEqual(problems([], { late: [stderr] }), ['stderr: careful']);
  assert.deepEqual(problems(['expect-stderr'], { late: [stderr] }), []);
  assert.match(problems(['expect-stderr'], {})[0] ?? '', /^no stderr: /);
});

test('no tag excuses a hang or the death of the kernel', () => {
  for (const status of ['hung', 'kernel died'] as const) {
    const found = problems(['raises-exception'], { status, reason: 'why' });
    assert.deepEqual(found, [`${status}: why`]);
  }
});

test('a finding names the cell by its number and its first line that says something', () => {
  const [finding] = judge(run([], { outputs: [stderr] }));
  assert.equal(finding?.cell, 3);
  assert.equal(finding?.line, 'const x = 1;');
  assert.equal(firstLine('x'.repeat(200)).length, 60);
});

test('a cell has two minutes, or what its tag says', () => {
  assert.equal(limitOf(run([], {}).source), 120);
  assert.equal(limitOf(run(['a', 'limit-7'], {}).source), 7);
});
