import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import koffi from 'koffi';

export function whichLibrary(name: string): string | null {
  if (name.includes('/')) return existsSync(name) ? resolve(name) : null;
  try {
    koffi.load(name);
  } catch {
    return null;
  }
  const mapped = readFileSync('/proc/self/maps', 'utf8').split('\n');
  const line = mapped.find((each) => basename(each).startsWith(name));
  return line?.slice(line.indexOf('/')) ?? null;
}
