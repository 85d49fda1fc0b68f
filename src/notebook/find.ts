import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from './nearest.ts';

/** The folder of the lessons' notebooks. */
export const NOTEBOOKS = fileURLToPath(new URL('../../notebooks/', import.meta.url));

/** A notebook on disk; its name is the file's without the ending. */
export type NotebookFile = { name: string; file: string };

/** The notebook at a path. */
export function notebookAt(file: string): NotebookFile {
  return { name: basename(file, '.ipynb'), file: resolve(file) };
}

/** All notebooks of a folder, in the order of their names. */
export function notebooksIn(folder = NOTEBOOKS): NotebookFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
    .map((name) => notebookAt(join(folder, name)));
}

/**
 * The notebook a name means: `01-one-call`, its number `01`, its words `one-call`, or a path that
 * ends in .ipynb. Throws one sentence that suggests the nearest when there is none.
 */
export function findNotebook(name: string, folder = NOTEBOOKS): NotebookFile {
  if (name.endsWith('.ipynb')) {
    if (existsSync(name)) return notebookAt(name);
    throw new Error(`There is no notebook ${name}.`);
  }
  const all = notebooksIn(folder);
  const match = all.find((notebook) => {
    const [number, ...words] = notebook.name.split('-');
    return [notebook.name, number, words.join('-')].includes(name);
  });
  if (match) return match;
  const suggestion = nearest(
    name,
    all.flatMap((n) => [n.name, n.name.replace(/^\d+-/, '')]),
  );
  throw new Error(
    `There is no lesson "${name}".${suggestion ? ` Did you mean ${suggestion}?` : ''}`,
  );
}
