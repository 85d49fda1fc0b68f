import { exerciseIds, findId } from '../course/find.ts';
import { unknownExercise } from '../course/unknown-exercise.ts';
import { notice, show } from '../display/index.ts';
import { checkOwn } from './check-own.ts';
import { STOPPED } from './judge/judge-ending.ts';
import { verdictBundle } from './show/html.ts';

/**
 * Checks your answer to an exercise and shows the verdict in the cell. Never throws for a verdict, nor for a name that
 * no exercise has: that is one sentence with the nearest names.
 */
export async function check(name: string): Promise<void> {
  const { id, suggestions } = findId(name, exerciseIds());
  if (id === undefined) {
    notice(unknownExercise(name, suggestions), 'warning');
    return;
  }
  const { verdict, notice: remark } = await checkOwn(id);
  if (verdict.verdict === 'our fault' && verdict.reason === STOPPED) {
    notice(STOPPED);
    return;
  }
  show(verdictBundle(verdict));
  if (remark !== null) notice(remark, 'warning');
}
