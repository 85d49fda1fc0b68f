import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { exerciseFiles, exerciseIds, ROOT } from '../../course/index.ts';

/** A copy of the exercises in which every one is solved; the learner's own files are not touched. */
export interface SolvedCourse extends Disposable {
  readonly ids: readonly string[];
  /** For the environment of a command that is to work on the copy. */
  readonly env: Readonly<Record<'WORKSHOP_EXERCISES' | 'WORKSHOP_STATE', string>>;
  testFile(id: string): string;
}

/** Makes that copy within the tree, where answers find their packages; disposing removes it. */
export function solvedCourse(): SolvedCourse {
  mkdirSync(join(ROOT, '.workshop'), { recursive: true });
  const home = mkdtempSync(join(ROOT, '.workshop/bench-'));
  const exercises = join(home, 'exercises');
  const ids = exerciseIds();
  cpSync(join(ROOT, 'exercises'), exercises, { recursive: true });
  // Tests find the built libraries by a path relative to their own.
  symlinkSync(join(ROOT, 'native'), join(home, 'native'));
  for (const id of ids) copyFileSync(exerciseFiles(id).reference, join(exercises, `${id}.ts`));
  return {
    ids,
    env: { WORKSHOP_EXERCISES: exercises, WORKSHOP_STATE: join(home, 'state') },
    testFile: (id) => join(exercises, `${id}.test.ts`),
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  };
}
