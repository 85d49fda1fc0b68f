import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** One hash over a file and every file of the course that it imports by a relative path, and they in turn. */
export function contentVersion(path: string): string {
  const hash = createHash('sha256');
  for (const file of withLocalImports(path)) hash.update(file).update('\0').update(read(file));
  return hash.digest('hex').slice(0, 16);
}

function withLocalImports(start: string): Set<string> {
  const found = new Set([start]);
  for (const file of found) {
    for (const [, specifier = ''] of read(file).matchAll(RELATIVE_IMPORT)) {
      found.add(resolve(dirname(file), specifier));
    }
  }
  return found;
}

/** `from './x.ts'`, `import './x.ts'` and `import('./x.ts')`; more than there is does no harm. */
const RELATIVE_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
