import { isAbsolute } from 'node:path';
import { tool } from './tools.ts';

let found: Promise<string> | undefined;

/** Where gcc keeps the run-time library of AddressSanitizer. Rejects with one sentence when there is none. */
export function sanitizerLibrary(): Promise<string> {
  found ??= ask();
  return found;
}

async function ask(): Promise<string> {
  const path = (await tool('gcc', ['-print-file-name=libasan.so'])).trim();
  // gcc repeats the bare name of what it does not have.
  if (isAbsolute(path)) return path;
  throw new Error('this gcc has no libasan.so; on Debian and Ubuntu: apt install libasan8');
}
