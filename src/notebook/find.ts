import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { nearest, ROOT } from '../course/index.ts';

/** The folder of the lessons' notebooks. */
export const NOTEBOOKS = join(ROOT, 'notebooks');

/** A notebook on disk; its name is the file's without the ending. */
export type NotebookFile = { name: string; file: string };

/** The notebook at a path. */
export function notebookAt(file: string): NotebookFile {
  return { name: basename(file, '.ipynb'), file: resolve(file) };
}

/** All notebooks of a folder, in the order of their names; not those of a learner that an update has kept. */
export function notebooksIn(folder = NOTEBOOKS): NotebookFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ipynb') && !/\.mine(-\d+)?\.ipynb$/.test(name))
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
  const close = nearest(
    name,
    all.flatMap((notebook) => [notebook.name, notebook.name.replace(/^\d+-/, '')]),
  );
  const next = close[0]
    ? `Did you mean ${close[0]}?`
    : `The lessons are the files of ${relative('.', folder) || '.'}.`;
  throw new Error(`There is no lesson "${name}". ${next}`);
}
