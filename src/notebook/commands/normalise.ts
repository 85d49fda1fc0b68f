import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { findNotebook, notebooksIn } from '../find.ts';
import { deviation, normal } from '../normal.ts';
import { parseNotebook } from '../read.ts';
import { notebookText } from '../write.ts';

/**
 * Brings notebooks (all, or those named) into the normal form. With `check` nothing is written and
 * each notebook that is not normal gets a sentence. Returns the exit code.
 */
export function normalise(names: readonly string[], check: boolean): number {
  const notebooks = names.length > 0 ? names.map((name) => findNotebook(name)) : notebooksIn();
  let refused = 0;
  for (const { name, file } of notebooks) {
    const text = readFileSync(file, 'utf8');
    const shown = relative('.', file);
    const notebook = parseNotebook(text, shown);
    const why = deviation(text, notebook);
    if (!why) continue;
    if (check) {
      refused++;
      console.error(`${shown} ${why}; run: npm run notebook normalise ${name}`);
    } else {
      writeFileSync(file, notebookText(normal(notebook)));
      console.log(`normalised ${shown}`);
    }
  }
  return refused > 0 ? 1 : 0;
}
