import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export function whichLibrary(name: string): string | null {
  if (name.includes('/')) return existsSync(name) ? name : null;
  const cache = execFileSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  for (const line of cache.split('\n')) {
    const [known, file] = line.trim().split(' => ');
    if (known?.startsWith(`${name} `) && file !== undefined) return file;
  }
  return null;
}
