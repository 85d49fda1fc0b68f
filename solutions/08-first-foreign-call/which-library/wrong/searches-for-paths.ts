import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import koffi from 'koffi';

export function whichLibrary(name: string): string | null {
  const library = basename(name);
  try {
    koffi.load(library);
  } catch {
    return null;
  }
  const mapped = readFileSync('/proc/self/maps', 'utf8').split('\n');
  const line = mapped.find((each) => basename(each).startsWith(library));
  return line?.slice(line.indexOf('/')) ?? null;
}
