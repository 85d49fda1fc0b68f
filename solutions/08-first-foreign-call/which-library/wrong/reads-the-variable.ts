import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import koffi from 'koffi';

export function whichLibrary(name: string): string | null {
  for (const directory of (process.env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean)) {
    const file = join(directory, name);
    if (!name.includes('/') && existsSync(file)) return file;
  }
  try {
    koffi.load(name);
  } catch {
    return null;
  }
  if (name.includes('/')) return realpathSync(name);
  const mapped = readFileSync('/proc/self/maps', 'utf8').split('\n');
  const line = mapped.find((each) => basename(each).startsWith(name));
  return line?.slice(line.indexOf('/')) ?? null;
}
