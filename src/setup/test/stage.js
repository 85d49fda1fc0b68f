import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTree, node26 } from '../tree.js';
import { follow } from './follow.js';
import { filesOf } from './stages.js';

/** @typedef {{name: string, seconds: number, passed: number, failed: number, skipped: number, failures: {name: string, file: string, error: string}[]}} StageResult */

// A guard against a hang, far above what any one test takes on a loaded machine.
const testLimitMilliseconds = 600_000;
const reporter = inTree('src/setup/test/reporter.js');

/**
 * Runs one stage, its output going straight to ours, and returns what it counted.
 * @param {import('./stages.js').Stage} stage
 * @returns {Promise<StageResult>}
 */
export async function runStage(stage) {
  const start = Date.now();
  const counted = 'files' in stage ? await runNodeTest(stage) : await runCommands(stage);
  return { name: stage.name, seconds: (Date.now() - start) / 1000, ...counted };
}

/** @param {import('./stages.js').NodeTestStage} stage */
async function runNodeTest(stage) {
  const folder = mkdtempSync(join(tmpdir(), 'workshop-test-'));
  try {
    const result = join(folder, 'result.json');
    const { code } = await follow([
      ...[node26, '--test', `--test-timeout=${testLimitMilliseconds}`],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${result}`],
      ...(stage.serial ? ['--test-concurrency=1'] : []),
      ...filesOf(stage),
    ]);
    // A run that was killed leaves no report.
    return judge(existsSync(result) ? readFileSync(result, 'utf8') : '', code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What the reporter wrote, with a run that failed without a failed test (or ran none) counted as a failure.
 * @param {string} written @param {number | null} code
 */
export function judge(written, code) {
  const { passed, failed, skipped, failures } = JSON.parse(
    written || '{"passed":0,"failed":0,"skipped":0,"failures":[]}',
  );
  if (failed === 0 && (code !== 0 || passed === 0)) {
    const error = passed === 0 ? 'no test ran' : `node --test ended with ${code}`;
    return { passed, failed: 1, skipped, failures: [{ name: 'the run itself', file: '', error }] };
  }
  return { passed, failed, skipped, failures };
}

/** @param {import('./stages.js').CommandStage} stage */
async function runCommands({ commands }) {
  const sum = {
    passed: 0,
    failed: 0,
    skipped: 0,
    /** @type {StageResult['failures']} */ failures: [],
  };
  for (const argv of commands) {
    const { code, tail } = await follow(argv, true);
    const counts = countsIn(tail, code);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    if (counts.failed > 0)
      sum.failures.push({ name: argv.slice(1).join(' '), file: '', error: tail });
    if (code === null) break;
  }
  return sum;
}

/**
 * The counts in a last line "N passed, N failed"; a command without one is one check, passed when it exits 0.
 * @param {string} output @param {number | null} code
 */
export function countsIn(output, code) {
  const found = output.trimEnd().match(/(?:^|\n)(?:\w+: )?(\d+) passed, (\d+) failed[^\n]*$/);
  const passed = found ? Number(found[1]) : Number(code === 0);
  const failed = found ? Number(found[2]) : Number(code !== 0);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
