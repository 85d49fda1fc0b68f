/**
 * Times a verdict on solved exercises, from a cold process to its exit and types included, beside a bare `node` run of
 * the same test file, and one of them beside vitest. `node src/check/bench.ts [--rounds N] [--no-vitest] [ID…]`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findExercise, ROOT } from '../course/index.ts';
import { table } from '../display/index.ts';
import { type Command, machine, percentile, timeProcesses } from '../measure/index.ts';
import { solvedCourse } from './bench/solved-course.ts';
import { vitestRun } from './bench/vitest.ts';

const GOAL_MS = 500;
const GOAL_RATIO = 2;
/** An exercise whose test vitest can run as it is, and that needs no package. */
const UNDER_VITEST = '00-welcome/break-it';

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    'no-vitest': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

using course = solvedCourse();
// What is set up needs no look at whether it is: that is not part of a check.
Object.assign(process.env, course.env, { WORKSHOP_PREPARED: '1' });
delete process.env.NODE_TEST_CONTEXT;

const ids =
  positionals.length === 0 ? course.ids : positionals.map((name) => findExercise(name).id);
const rows: (string | number)[][] = [];
const ratios: number[] = [];
for (const id of ids) {
  const check: Command = { name: 'check', argv: [join(ROOT, 'workshop'), 'check', id] };
  const bare: Command = { name: 'bare', argv: [process.execPath, course.testFile(id)] };
  const [checked, alone] = await timeProcesses([check, bare], { rounds: Number(values.rounds) });
  if (checked === undefined || alone === undefined) continue;
  const ratio = checked.summary.median / alone.summary.median;
  ratios.push(ratio);
  const p95 = percentile(checked.samples, 95);
  rows.push([id, checked.summary.median, p95, alone.summary.median, ratio]);
}

const columns = [
  'exercise',
  { label: 'check p50', unit: 'ms' },
  { label: 'check p95', unit: 'ms' },
  { label: 'bare node p50', unit: 'ms' },
  'ratio',
];
const slowest = Math.max(...rows.map(([, p50]) => Number(p50)));
table({
  caption: `A verdict with types, cold process to exit, ${values.rounds} runs each`,
  columns,
  rows,
  note: `Slowest p50 ${slowest.toFixed(0)} ms (goal: below ${GOAL_MS}), largest ratio ${Math.max(...ratios).toFixed(2)} (goal: at most ${GOAL_RATIO}). ${machine()}`,
});

if (!values['no-vitest']) {
  using vitest = vitestRun(course.testFile(UNDER_VITEST), 'break-it');
  const check: Command = { name: 'check', argv: [join(ROOT, 'workshop'), 'check', UNDER_VITEST] };
  const timed = await timeProcesses([check, vitest.command], { rounds: Number(values.rounds) });
  const [ours = Number.NaN, theirs = Number.NaN] = timed.map(({ summary }) => summary.median);
  console.log(
    `\n${UNDER_VITEST}: check ${ours.toFixed(0)} ms, vitest ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)} (goal: below 1).`,
  );
}
