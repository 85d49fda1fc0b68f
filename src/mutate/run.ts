import { realpathSync } from 'node:fs';
import { judge } from '../check/judge/judge.ts';
import { readRecord } from '../check/judge/read-record.ts';
import { startTest } from '../check/start.ts';
import type { Exercise } from '../course/index.ts';
import type { Outcome } from './outcome.ts';

// Far above what any right answer takes on a loaded machine; only a mutant that hangs ever waits so long.
const SECONDS = 12;

/** Runs the exercise's test on a mutant that compiles, until its first failure. Throws when there is no verdict to be had. */
export async function runMutant(
  exercise: Exercise,
  path: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const first = new AbortController();
  let failed = false;
  const run = await startTest(exercise.files, {
    answer: path,
    seconds: SECONDS,
    signal: AbortSignal.any([signal, first.signal]),
    onRecord: (sent) => {
      const record = readRecord(sent);
      if (record?.type !== 'test' || record.ok) return;
      if (record.error?.code === 'WORKSHOP_ENVIRONMENT') return;
      failed = true;
      first.abort();
    },
  });
  signal.throwIfAborted();
  if (failed) return 'refused by a test';
  const { verdict, reason } = judge({
    id: exercise.id,
    entry: exercise,
    answer: { path, shownAs: path, name: exercise.name },
    test: realpathSync(exercise.files.test),
    run,
    compiled: { output: '' },
  });
  if (verdict === 'our fault')
    throw new Error(`No verdict on a mutant of ${exercise.id}: ${reason}`);
  return verdict === 'pass' ? 'accepted' : 'refused by a test';
}
