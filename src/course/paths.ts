import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the course, an absolute path. */
export const ROOT: string = fileURLToPath(new URL('../../', import.meta.url));

/** Where learners edit: exercises/, or $WORKSHOP_EXERCISES for a course whose home is elsewhere. */
export function exercisesFolder(): string {
  return process.env.WORKSHOP_EXERCISES ?? join(ROOT, 'exercises');
}

/** Where a learner's progress, backups and saved results are: .workshop/, or $WORKSHOP_STATE. */
export function stateFolder(): string {
  return process.env.WORKSHOP_STATE ?? join(ROOT, '.workshop');
}

/** The files of an exercise, as absolute paths; whether they exist is not looked at. */
export interface ExerciseFiles {
  /** The learner's own. */
  readonly answer: string;
  readonly test: string;
  readonly reference: string;
  /** The stub as it was before anybody edited it. */
  readonly stub: string;
  readonly right: string;
  readonly wrong: string;
  readonly wrongAnswers: string;
}

/** Where the files of the exercise with this id are. */
export function exerciseFiles(id: string): ExerciseFiles {
  const answer = join(exercisesFolder(), id);
  const solution = join(ROOT, 'solutions', id);
  return {
    answer: `${answer}.ts`,
    test: `${answer}.test.ts`,
    reference: `${solution}.ts`,
    stub: join(solution, 'stub.ts'),
    right: join(solution, 'right'),
    wrong: join(solution, 'wrong'),
    wrongAnswers: join(solution, 'wrong.json'),
  };
}
