/** @typedef {import('./stage.js').StageResult} StageResult */

/**
 * The failures in full, then a table with one line a stage, then the sum as the very last line.
 * @param {readonly StageResult[]} results
 */
export function summary(results) {
  return [...results.flatMap(failuresOf), '', ...table(results), '', sumLine(results)].join('\n');
}

/** Exactly "N passed, N failed". @param {readonly StageResult[]} results */
export function sumLine(results) {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** @param {StageResult} result */
function failuresOf({ name: stage, failures }) {
  return failures.flatMap(({ name, file, error }) => [
    '',
    `FAIL ${stage}: ${name}${file && `  (${file})`}`,
    ...error
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
  ]);
}

/** @param {readonly StageResult[]} results */
function table(results) {
  const rows = results.map(({ name, seconds, passed, failed, skipped }) => [
    name,
    failed > 0 ? 'FAIL' : 'ok',
    seconds.toFixed(1),
    String(passed),
    String(failed),
    skipped > 0 ? String(skipped) : '',
  ]);
  const all = [['stage', '', 'seconds', 'passed', 'failed', 'skipped'], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
