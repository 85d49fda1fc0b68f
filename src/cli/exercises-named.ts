import { exerciseIds, findId } from '../course/find.ts';
import { unknownExercise } from '../course/unknown-exercise.ts';
import { UsageError } from './command.ts';

/** The full ids of the exercises that a command line names; throws a UsageError that suggests the nearest. */
export function exercisesNamed(typed: readonly string[]): string[] {
  const ids = exerciseIds();
  const found: string[] = [];
  for (const word of typed) {
    const { id, suggestions } = findId(word, ids);
    if (id === undefined) {
      throw new UsageError(unknownExercise(word, suggestions));
    }
    found.push(id);
  }
  return found;
}

/** The one exercise that a command line names. */
export function exerciseNamed(typed: readonly string[]): string {
  const [id, another] = exercisesNamed(typed);
  if (id === undefined) {
    throw new UsageError('Which exercise? `./workshop lessons` lists them all.');
  }
  if (another !== undefined) throw new UsageError('One exercise at a time, please.');
  return id;
}
