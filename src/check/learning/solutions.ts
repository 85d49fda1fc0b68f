import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exerciseFiles, ROOT } from '../../course/paths.ts';

/** A right answer: its path from the top of the course, and its text. */
export interface Solution {
  readonly file: string;
  readonly text: string;
}

/** The reference answer to an exercise, then the other right ones. */
export function solutionsOf(id: string): Solution[] {
  const { reference, right } = exerciseFiles(id);
  const others = existsSync(right) ? readdirSync(right).sort() : [];
  return [reference, ...others.map((name) => join(right, name))]
    .filter((path) => existsSync(path))
    .map((path) => ({ file: relative(ROOT, path), text: readFileSync(path, 'utf8') }));
}
