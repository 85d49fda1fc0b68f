import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

export function probes(cmd: string, path: string): string[] {
  if (cmd.includes('/')) return [cmd];
  for (const directory of path.split(':')) {
    const file = join(directory, cmd);
    if (executable(file)) return [file];
  }
  return [];
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
