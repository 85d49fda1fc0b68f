import { execFile } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { promisify } from 'node:util';

let found: Promise<string> | undefined;

/** Where gcc keeps the run-time library of AddressSanitizer. Rejects with one sentence when there is none. */
export function sanitizerLibrary(): Promise<string> {
  found ??= ask();
  return found;
}

async function ask(): Promise<string> {
  const { stdout } = await promisify(execFile)('gcc', ['-print-file-name=libasan.so']).catch(() => {
    throw new Error('AddressSanitizer comes with gcc, and there is no gcc here; install gcc');
  });
  // gcc repeats the bare name of what it does not have.
  const path = stdout.trim();
  if (!isAbsolute(path)) throw new Error('this gcc has no libasan.so; install libasan8 or gcc');
  return path;
}
