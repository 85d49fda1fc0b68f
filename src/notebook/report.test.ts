import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingLines, lessonLines } from './report.ts';
import { LessonResult, RunReport } from './result.ts';

const result = (name: string, passed: boolean) =>
  LessonResult.parse({
    name,
    passed,
    seconds: 12.666,
    cells: [
      { cell: 1, line: 'fast()', seconds: 0.1 },
      { cell: 2, line: 'slow()', seconds: 12.345 },
    ],
    findings: passed ? [] : [{ cell: 2, line: 'slow()', problem: 'stderr', message: 'a\nb' }],
  });

test('the report: a line a lesson, what was wrong under it, the slowest cells, the count', () => {
  assert.equal(lessonLines(result('01-one-call', true)), 'ok    01-one-call   2 cells, 12.67 s');
  assert.equal(
    lessonLines(result('02-b', false)),
    ['FAIL  02-b   2 cells, 12.67 s', '      stderr in [2] slow()', '      a', '      b'].join(
      '\n',
    ),
  );
  const report = RunReport.parse({ passed: 1, failed: 0, lessons: [result('01-one-call', true)] });
  assert.equal(
    closingLines(report),
    [
      '',
      'Slowest cells',
      '   12.35 s  01-one-call [2] slow()',
      '    0.10 s  01-one-call [1] fast()',
      '',
      '1 passed, 0 failed',
    ].join('\n'),
  );
});
