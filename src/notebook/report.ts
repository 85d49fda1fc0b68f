import type { Finding, LessonResult, RunReport } from './result.ts';

const SLOWEST = 5;

function describe({ cell, line, problem, message }: Finding): string {
  const where = cell === null ? '' : ` in [${cell}] ${line}`;
  const text = `${problem}${where}\n${message}`.trim();
  return text.replaceAll('\n', '\n      ');
}

/** One line a lesson, and under a failed one what was wrong with it. */
export function lessonLines({ name, passed, cells, seconds, findings }: LessonResult): string {
  const head = `${passed ? 'ok  ' : 'FAIL'}  ${name}   ${cells.length} cells, ${seconds.toFixed(2)} s`;
  return [head, ...findings.map((finding) => `      ${describe(finding)}`)].join('\n');
}

/** The slowest cells of all lessons and the count, the last lines of a run. */
export function closingLines(report: RunReport): string {
  const slowest = report.lessons
    .flatMap(({ name, cells }) => cells.map((cell) => ({ name, ...cell })))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SLOWEST)
    .map((c) => `${c.seconds.toFixed(2).padStart(8)} s  ${c.name} [${c.cell}] ${c.line}`);
  const count = `${report.passed} passed, ${report.failed} failed`;
  return ['', 'Slowest cells', ...slowest, '', count].join('\n');
}
