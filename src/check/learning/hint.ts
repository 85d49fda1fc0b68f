import { existsSync } from 'node:fs';
import { exercise, wrongAnswers } from '../../course/read-lessons.ts';
import type { Rung } from '../../course/schema.ts';
import type { Verdict } from '../verdict.ts';

/** A hint and why it is this one. */
export interface Hint {
  readonly exercise: string;
  readonly rung: Rung;
  readonly text: string;
  /** The belief behind a known wrong answer that fails as the learner's does; null when none is known. */
  readonly misconception: string | null;
}

/**
 * Chooses a hint: the rung that a known wrong answer names when it fails with the same message, the first otherwise;
 * one rung further than what was shown already.
 */
export function chooseHint(
  id: string,
  verdict: Pick<Verdict, 'verdict' | 'reason'> | null,
  shown: 0 | Rung,
): Hint {
  const { hints, files } = exercise(id);
  const known = existsSync(files.wrongAnswers) ? wrongAnswers(id) : [];
  const match = known.find(
    (wrong) => verdict?.verdict === wrong.verdict && verdict.reason.includes(wrong.message),
  );
  const rung = higher(match?.hint ?? 1, shown);
  return {
    exercise: id,
    rung,
    text: hints[rung - 1] ?? '',
    misconception: match?.misconception ?? null,
  };
}

function higher(fitting: Rung, shown: 0 | Rung): Rung {
  if (shown < fitting) return fitting;
  return shown === 1 ? 2 : 3;
}
