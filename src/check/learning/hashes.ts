import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ExerciseFiles } from '../../course/paths.ts';
import { answerTrouble } from './answer-file.ts';

/** The content of a learner's answer as a hash; 'missing' when there is no file that can be read. */
export function answerHash({ answer }: ExerciseFiles): string {
  return hashOf([answer]);
}

/** What an exercise asks, as a hash of its test and its stub: it changes when an update changes the exercise. */
export function exerciseHash({ test, stub }: ExerciseFiles): string {
  return hashOf([test, stub]);
}

function hashOf(paths: readonly string[]): string {
  const present = paths.filter((path) => answerTrouble(path) === null);
  if (present.length === 0) return 'missing';
  const hash = createHash('sha256');
  for (const path of present) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 16);
}
