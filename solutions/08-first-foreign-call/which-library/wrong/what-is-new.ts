import { readFileSync } from 'node:fs';
import koffi from 'koffi';

export function whichLibrary(name: string): string | null {
  const before = mappedFiles();
  try {
    koffi.load(name);
  } catch {
    return null;
  }
  const [added] = mappedFiles().difference(before);
  return added ?? null;
}

function mappedFiles(): Set<string> {
  const lines = readFileSync('/proc/self/maps', 'utf8').split('\n');
  return new Set(lines.map((line) => line.slice(line.indexOf('/'))).filter((file) => file !== ''));
}
