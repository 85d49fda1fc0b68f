import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

export function probes(cmd: string, path: string): string[] {
  if (cmd.includes('/')) return [cmd];
  const tried: string[] = [];
  for (const directory of path.split(':')) {
    const file = join(directory, cmd);
    tried.push(file);
    if (mayRun(file)) break;
  }
  return tried;
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
