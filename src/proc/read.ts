import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const GONE = new Set(['ENOENT', 'ESRCH']);

/** The text of a file in /proc; undefined when its process is gone. */
export function readProc(path: string): string | undefined {
  return unlessGone(() => readFileSync(path, 'utf8'));
}

/** The names in a folder of /proc; undefined when its process is gone. */
export function listProc(path: string): readonly string[] | undefined {
  return unlessGone(() => readdirSync(path));
}

/** Where a link in /proc points; undefined when it or its process is gone. */
export function linkProc(path: string): string | undefined {
  return unlessGone(() => readlinkSync(path));
}

/** A process may vanish between any two reads: that is no error. Anything else, such as EACCES on another user's process, is. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (GONE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
