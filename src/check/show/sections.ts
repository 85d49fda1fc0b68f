import type { Crash, Failure, TestResult, Verdict } from '../verdict.ts';

/** A part of a verdict: prose may be wrapped, code keeps its lines, a diff has a sign at the start of each line. */
export interface Section {
  readonly title: string | null;
  readonly kind: 'prose' | 'code' | 'diff' | 'tests';
  readonly lines: readonly string[];
}

const MARK: Readonly<Record<TestResult['result'], string>> = {
  passed: '✔',
  failed: '✘',
  'not run': '·',
};

/** Everything a verdict says below its headline, in reading order: the same in a terminal and in a cell. */
export function sections(verdict: Verdict): Section[] {
  const { reason, failure, crash, types, explanation, tests, output, next } = verdict;
  const passed = verdict.verdict === 'pass';
  return [
    prose(null, passed ? [] : [reason]),
    ...(failure === null ? [] : failureSections(failure)),
    ...(crash === null ? [] : crashSections(crash)),
    ...(explanation === null
      ? []
      : [prose('What the kernel saw', [explanation.sentence]), code(null, explanation.syscalls)]),
    prose(
      'Types',
      types.map(({ place, plain }) => (place ? `${placeText(place)} ${plain}` : plain)),
    ),
    {
      title: 'Tests',
      kind: 'tests' as const,
      lines: tests.map(({ name, result }) =>
        result === 'not run' ? `${MARK[result]} ${name} (not run)` : `${MARK[result]} ${name}`,
      ),
    },
    code('It printed', passed || output === '' ? [] : output.split('\n')),
    prose(null, next === null ? [] : [next]),
  ].filter(({ lines }) => lines.length > 0);
}

function failureSections({ got, expected, diff, place }: Failure): Section[] {
  return [
    code('Got', got === null || diff.length > 0 ? [] : got.split('\n')),
    code('Expected', expected === null || diff.length > 0 ? [] : expected.split('\n')),
    { title: 'Difference: - came, + was expected', kind: 'diff', lines: diff },
    prose(null, place === null ? [] : [`At ${placeText(place)}`]),
  ];
}

function crashSections({ native, javascript, sanitizer }: Crash): Section[] {
  return [
    prose('AddressSanitizer says', sanitizer === null ? [] : [sanitizer]),
    code('In C', native.slice(0, 8)),
    code('Called from', javascript.slice(0, 8)),
  ];
}

function placeText({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file}:${line}:${column}`;
}

function prose(title: string | null, lines: readonly string[]): Section {
  return { title, kind: 'prose', lines };
}

function code(title: string | null, lines: readonly string[]): Section {
  return { title, kind: 'code', lines };
}
