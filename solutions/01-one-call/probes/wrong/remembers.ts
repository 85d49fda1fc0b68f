import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';

export function probes(cmd: string, path: string): string[] {
  if (cmd.includes('/')) return [cmd];
  const tried = new Set<string>();
  for (const directory of path.split(':')) {
    const file = join(directory, cmd);
    tried.add(file);
    if (executable(file)) break;
  }
  return [...tried];
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
