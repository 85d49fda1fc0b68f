import * as z from 'zod';
import { Rung, VerdictWord } from '../../course/schema.ts';
import { readState, writeState } from '../../measure/state-file.ts';

const FILE = 'progress.json';

const Moment = z.iso.datetime();

/** What is kept about one exercise. Hashes are of content, so that a copied or restored file is the same file. */
export const ExerciseProgress = z.object({
  attempts: z.int().nonnegative(),
  /** The strongest hint that was shown, 0 for none. */
  hint: z.union([z.literal(0), Rung]),
  last: z.object({ at: Moment, verdict: VerdictWord, answer: z.string() }).optional(),
  /** The first pass of this version of the exercise: the answer that passed, and the exercise it passed. */
  passed: z.object({ at: Moment, answer: z.string(), exercise: z.string() }).optional(),
});
export type ExerciseProgress = z.infer<typeof ExerciseProgress>;

/** .workshop/progress.json. Exercises that this version of the course does not know are kept as they are. */
export const Progress = z.object({
  version: z.literal(1),
  exercises: z.record(z.string(), ExerciseProgress),
});
export type Progress = z.infer<typeof Progress>;

/** A learner's progress, and one sentence when there was something wrong with the file. */
export interface Read {
  readonly progress: Progress;
  readonly notice: string | null;
}

/** Reads the progress; a file that cannot be understood is set aside under another name, never overwritten. */
export function readProgress(): Read {
  let notice: string | null = null;
  const nothing: Progress = { version: 1, exercises: {} };
  const progress = readState(FILE, Progress, nothing, ({ path }) => {
    notice = `The progress file could not be read; it is kept as ${path}, and a new one was begun.`;
  });
  return { progress, notice };
}

/** Changes what is kept about one exercise: reads the file afresh, so that another window's results stay. */
export function updateProgress(
  id: string,
  change: (before: ExerciseProgress) => ExerciseProgress,
): string | null {
  const { progress, notice } = readProgress();
  const before = progress.exercises[id] ?? { attempts: 0, hint: 0 };
  writeState(FILE, { ...progress, exercises: { ...progress.exercises, [id]: change(before) } });
  return notice;
}
