import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function probes(cmd: string, path: string): string[] {
  if (cmd.includes('/')) return [cmd];
  const tried: string[] = [];
  for (const directory of path.split(':')) {
    const file = join(directory, cmd);
    tried.push(file);
    if (existsSync(file)) break;
  }
  return tried;
}
