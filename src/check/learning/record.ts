import { exerciseFiles } from '../../course/paths.ts';
import type { Rung } from '../../course/schema.ts';
import type { Verdict } from '../verdict.ts';
import { answerHash, exerciseHash } from './hashes.ts';
import { updateProgress } from './progress-file.ts';

/** Keeps a verdict on the learner's own answer. Returns one sentence when it could not be kept as it should. */
export function recordVerdict({ exercise: id, verdict }: Verdict): string | null {
  if (verdict === 'our fault') return null;
  const files = exerciseFiles(id);
  const at = new Date().toISOString();
  const [answer, exercise] = [answerHash(files), exerciseHash(files)];
  return kept(() =>
    updateProgress(id, (before) => {
      const alreadyPassed = before.passed?.exercise === exercise && before.passed.answer === answer;
      return {
        ...before,
        attempts: before.attempts + 1,
        last: { at, verdict, answer },
        ...(verdict === 'pass' && !alreadyPassed ? { passed: { at, answer, exercise } } : {}),
      };
    }),
  );
}

/** Keeps that a hint was shown. */
export function recordHint(id: string, rung: Rung): string | null {
  return kept(() =>
    updateProgress(id, (before) => ({ ...before, hint: before.hint > rung ? before.hint : rung })),
  );
}

function kept(update: () => string | null): string | null {
  try {
    return update();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `Your progress could not be kept (${why}); the verdict holds all the same.`;
  }
}
