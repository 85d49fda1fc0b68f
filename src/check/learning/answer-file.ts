import { accessSync, constants, statSync } from 'node:fs';

/** What keeps a learner's answer from being read, as the end of a sentence; null for a file that can be read. */
export function answerTrouble(path: string): string | null {
  const found = statOf(path);
  if (found === undefined) return 'is not there';
  if (found.isDirectory()) return 'is a folder and not a file';
  // Reading a pipe would wait for somebody to write to it.
  if (!found.isFile()) return 'is no ordinary file';
  try {
    accessSync(path, constants.R_OK);
    return null;
  } catch {
    return 'may not be read by you';
  }
}

function statOf(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // a circle of links, or a folder on the way that may not be searched
  }
}
