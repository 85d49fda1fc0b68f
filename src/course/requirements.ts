import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

/** What must be known of an exercise before its test may start. */
export interface Requirements {
  readonly needs: readonly string[];
  readonly native: readonly string[];
  readonly seconds: number;
}

/**
 * Reads these few fields alone, in a millisecond: the manifest is validated as a whole while the test runs.
 * Throws when the course has no such exercise.
 */
export function requirements(id: string): Requirements {
  const [lesson, name] = id.split('/');
  const path = join(ROOT, `src/course/lessons/${lesson}.json`);
  const { exercises }: { exercises: Partial<Requirements & { name: string }>[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  const entry = exercises.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`${path} has no exercise ${name}.`);
  return { needs: entry.needs ?? [], native: entry.native ?? [], seconds: entry.seconds ?? 10 };
}
