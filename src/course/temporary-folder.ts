import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';

/** One sentence when the folder for temporary files cannot be used, which nothing here does without; else null. */
export function temporaryFolderTrouble(): string | null {
  const folder = tmpdir();
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return `Temporary files cannot be written to ${folder}, the folder that TMPDIR names: unset TMPDIR, or let it name a folder of yours.`;
  }
}
