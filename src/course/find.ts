import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from './nearest.ts';
import { exercisesFolder } from './paths.ts';

/** An id that was meant, or the ids that come nearest to what was asked for. */
export type Found =
  | { readonly id: string; readonly suggestions?: never }
  | { readonly id?: never; readonly suggestions: readonly string[] };

/** The ids of all exercises that have a test, in the order of the course. Read from the tree itself, afresh. */
export function exerciseIds(): string[] {
  const exercises = exercisesFolder();
  return readdirSync(exercises, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
    .flatMap((lesson) =>
      readdirSync(join(exercises, lesson.name))
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => `${lesson.name}/${file.slice(0, -'.test.ts'.length)}`),
    )
    .sort();
}

/**
 * Finds an exercise by what a learner types: `01-one-call/decode`, `01/decode`, `one-call/decode` or `decode`,
 * also as the path of one of its files.
 */
export function findId(typed: string, ids: readonly string[] = exerciseIds()): Found {
  const word = typed
    .replaceAll('\\', '/')
    .replace(/^.*exercises\//, '')
    .replace(/^\.\//, '')
    .replace(/(\.test)?\.ts$/, '')
    .toLowerCase();
  const matches = ids.filter((id) => namesOf(id).includes(word));
  const [only, another] = matches;
  if (only !== undefined && another === undefined) return { id: only };
  if (matches.length > 1) return { suggestions: matches };

  const names = ids.flatMap((id) => namesOf(id).map((name) => ({ id, name })));
  const close = nearest(
    word,
    names.map(({ name }) => name),
  );
  const suggested = close.flatMap((name) => names.filter((entry) => entry.name === name));
  return { suggestions: [...new Set(suggested.map(({ id }) => id))].slice(0, 3) };
}

/** Everything an exercise is called: with the lesson's id, number or words before it, or by its name alone. */
function namesOf(id: string): string[] {
  const [lesson = '', name = ''] = id.split('/');
  return [id, `${lesson.slice(0, 2)}/${name}`, `${lesson.slice(3)}/${name}`, name];
}
