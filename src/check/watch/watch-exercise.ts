import { exerciseFiles } from '../../course/paths.ts';
import { checkOwn } from '../check-own.ts';
import type { Verdict } from '../verdict.ts';
import { watchFile } from './watch-file.ts';

/**
 * Checks an exercise now and after every save, until the signal. A save during a check ends that check: only the
 * verdict on the newest content is given.
 */
export async function watchExercise(
  id: string,
  given: (verdict: Verdict, notice: string | null) => void,
  signal: AbortSignal,
): Promise<void> {
  let current = new AbortController();
  const checkAgain = async (): Promise<void> => {
    current.abort();
    const mine = new AbortController();
    current = mine;
    const { verdict, notice } = await checkOwn(id, {
      signal: AbortSignal.any([mine.signal, signal]),
    });
    if (!mine.signal.aborted && !signal.aborted) given(verdict, notice);
  };
  watchFile(exerciseFiles(id).answer, () => void checkAgain(), signal);
  await checkAgain();
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
