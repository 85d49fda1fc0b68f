import { readFileSync } from 'node:fs';

/** The text of one line of a file, without its indentation; undefined when it cannot be read. */
export function sourceLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[line - 1]?.trim();
  } catch {
    return undefined;
  }
}
