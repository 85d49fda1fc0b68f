import { type Standing, standings } from '../../check/index.ts';
import { readProgress } from '../../check/learning/progress-file.ts';
import { command } from '../command.ts';
import { sign } from '../sign.ts';

/** Shows where the learner stands with each exercise. */
export const progress = command({
  name: 'progress',
  summary: 'Show where you stand with each exercise',
  usage: 'progress [--json]',
  options: { json: { type: 'boolean', description: 'print the same as a JSON array' } },
  exitCodes: { 0: 'shown' },
  async run({ values }) {
    const { progress: kept, notice } = readProgress();
    const all = standings(kept);
    if (notice !== null) console.error(notice);
    if (values.json) {
      console.log(JSON.stringify(all, null, 2));
      return 0;
    }
    const width = Math.max(...all.map(({ exercise }) => exercise.length));
    for (const standing of all) {
      console.log(`${sign(standing)} ${standing.exercise.padEnd(width)}  ${words(standing)}`);
    }
    const passed = all.filter(({ state }) => state.startsWith('passed')).length;
    console.log(`\n${passed} of ${all.length} passed.`);
    return 0;
  },
});

function words({ state, attempts, hint }: Standing): string {
  const tries = attempts === 0 ? [] : [attempts === 1 ? '1 check' : `${attempts} checks`];
  const hints = hint === 0 ? [] : [hint === 1 ? '1 hint' : `${hint} hints`];
  return [state, ...tries, ...hints].join(', ');
}
