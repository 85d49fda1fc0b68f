// npm run mutate [-- ID… | --since COMMIT]: are the tests of the exercises strong enough to notice a small mistake?
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Exercise, exercises, findExercise } from '../course/index.ts';
import { Cache } from './cache.ts';
import { changedSince } from './changed.ts';
import { mutateExercise, scratchFolder } from './mutate.ts';
import { type Account, account, accountText, rateText } from './report.ts';
import { reviewsOf } from './reviews.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { since: { type: 'string' }, jobs: { type: 'string', default: '2' } },
});

function chosen(): Exercise[] {
  const all = exercises();
  if (values.since !== undefined) return changedSince(values.since, all);
  return positionals.length === 0 ? all : positionals.map((word) => findExercise(word));
}

async function main(signal: AbortSignal): Promise<number> {
  const scratch = scratchFolder();
  const cache = new Cache();
  const accounts: Account[] = [];
  const selected = chosen();
  if (selected.length === 0) {
    console.log(`No exercise has changed since ${values.since}: there is nothing to mutate.`);
    return 0;
  }
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }\n');
  try {
    for (const exercise of selected) {
      const jobs = Number(values.jobs);
      const judged = await mutateExercise(exercise, { scratch, cache, signal, jobs });
      const result = account(exercise.id, judged, reviewsOf(exercise));
      accounts.push(result);
      console.log(accountText(result));
    }
    console.log(rateText(accounts));
  } finally {
    cache.save(selected.length === exercises().length && accounts.length === selected.length);
    rmSync(scratch, { recursive: true, force: true });
  }
  return accounts.every(({ unreviewed, needless }) => unreviewed.length + needless.length === 0)
    ? 0
    : 1;
}

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
try {
  process.exitCode = await main(interrupted.signal);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(interrupted.signal.aborted ? 'Stopped; what was judged so far is kept.' : message);
  process.exitCode = interrupted.signal.aborted ? 130 : 1;
}
