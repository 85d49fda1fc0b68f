import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Notebook } from './schema.ts';

/** Reads a notebook; throws one sentence, with the file's name, when it is none. */
export function readNotebook(file: string): Notebook {
  return parseNotebook(readFileSync(file, 'utf8'), file);
}

/** As readNotebook, for a text that has been read already. */
export function parseNotebook(text: string, file: string): Notebook {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is not a notebook: it is not valid JSON (${why}).`);
  }
  const parsed = Notebook.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Error(`${file} is not a notebook of format 4: ${z.prettifyError(parsed.error)}`);
}
