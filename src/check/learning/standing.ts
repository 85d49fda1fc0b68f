import * as z from 'zod';
import { type Exercise, exercises } from '../../course/read-lessons.ts';
import { answerHash, exerciseHash } from './hashes.ts';
import type { ExerciseProgress, Progress } from './progress-file.ts';

/** Where a learner stands with one exercise. */
export const Standing = z.strictObject({
  exercise: z.string(),
  title: z.string(),
  state: z.enum([
    'not begun',
    'begun',
    'passed',
    'passed, edited since',
    'passed, the exercise has changed since',
  ]),
  attempts: z.int().nonnegative(),
  hint: z.int().min(0).max(3),
  passedAt: z.string().nullable(),
});
export type Standing = z.infer<typeof Standing>;

/** Where a learner stands with every exercise of the course, in its order. */
export function standings(progress: Progress): Standing[] {
  return exercises().map((exercise) => standing(exercise, progress.exercises[exercise.id]));
}

function standing({ id, title, files }: Exercise, kept: ExerciseProgress | undefined): Standing {
  return {
    exercise: id,
    title,
    state: stateOf(kept, answerHash(files), exerciseHash(files)),
    attempts: kept?.attempts ?? 0,
    hint: kept?.hint ?? 0,
    passedAt: kept?.passed?.at ?? null,
  };
}

/** A pass stays a pass: an edit or an update is named beside it, and a new check settles it. */
export function stateOf(
  kept: ExerciseProgress | undefined,
  answer: string,
  exercise: string,
): Standing['state'] {
  if (kept?.passed === undefined) return (kept?.attempts ?? 0) === 0 ? 'not begun' : 'begun';
  if (kept.passed.exercise !== exercise) return 'passed, the exercise has changed since';
  return kept.passed.answer === answer ? 'passed' : 'passed, edited since';
}
