import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import koffi from 'koffi';

/** Lets the loader load it, then reads from the kernel which file is mapped. */
export function whichLibrary(name: string): string | null {
  try {
    koffi.load(name);
  } catch {
    return null;
  }
  if (name.includes('/')) return realpathSync(name);
  return mappedFiles().find((file) => isKnownAs(name, file)) ?? null;
}

function mappedFiles(): string[] {
  return readFileSync('/proc/self/maps', 'utf8')
    .split('\n')
    .map((line) => line.slice(line.indexOf('/')));
}

/** The kernel names the file behind all links; its own directory knows it by the name that was asked for. */
function isKnownAs(name: string, file: string): boolean {
  const link = join(dirname(file), name);
  return existsSync(link) && realpathSync(link) === file;
}
