import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

/** Tries each entry of PATH as execvp does, and stops at the first file that the kernel would execute. */
export function probes(cmd: string, path: string): string[] {
  if (cmd.includes('/')) return [cmd];
  const tried: string[] = [];
  for (const directory of path.split(':')) {
    const file = join(directory, cmd);
    tried.push(file);
    if (executable(file)) break;
  }
  return tried;
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
