import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function whichLibrary(name: string): string | null {
  const file = name.includes('/') ? name : join('/usr/lib', name);
  return existsSync(file) ? file : null;
}
