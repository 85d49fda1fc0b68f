import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';
import type { ExerciseEntry } from './schema.ts';

/**
 * One exercise of the manifest in a millisecond, without loading zod: the course's own files, which its tests validate
 * as a whole. Throws when there is no such exercise.
 */
export function readEntry(id: string): ExerciseEntry {
  const [lesson, name] = id.split('/');
  const path = join(ROOT, `src/course/lessons/${lesson}.json`);
  const { exercises }: { exercises: Written[] } = JSON.parse(readFileSync(path, 'utf8'));
  const entry = exercises.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`${path} has no exercise ${name}.`);
  return { needs: [], native: [], seconds: 10, explain: false, ...entry };
}

/** An entry as it is written: with the fields that have a default left out or not. */
type Written = Omit<ExerciseEntry, Defaulted> & Partial<Pick<ExerciseEntry, Defaulted>>;
type Defaulted = 'needs' | 'native' | 'seconds' | 'explain';
