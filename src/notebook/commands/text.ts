import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findNotebook, NOTEBOOKS, type NotebookFile, notebookAt } from '../find.ts';
import { readNotebook } from '../read.ts';
import { fromText, toText } from '../text-form.ts';
import { notebookText } from '../write.ts';

/** Prints a notebook in text form. */
export function printText(name: string): number {
  process.stdout.write(toText(readNotebook(findNotebook(name).file)));
  return 0;
}

/** A full name such as 03-pipes, or a path, may be that of a notebook yet to be written. */
function target(name: string): NotebookFile {
  if (name.endsWith('.ipynb')) return notebookAt(name);
  return /^\d\d-/.test(name) ? notebookAt(join(NOTEBOOKS, `${name}.ipynb`)) : findNotebook(name);
}

/** Writes a notebook from the text form on stdin; an existing one lends its cells' ids. */
export function writeText(name: string): number {
  const { file } = target(name);
  const previous = existsSync(file) ? readNotebook(file) : undefined;
  const notebook = fromText(readFileSync(0, 'utf8'), previous);
  writeFileSync(file, notebookText(notebook));
  console.log(`wrote ${relative('.', file)}: ${notebook.cells.length} cells`);
  return 0;
}
