import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a laid copy of the course says what was laid, as `sha256sum` writes it. */
export const MANIFEST = 'image/version';

/** The hash of each file, by its path from the top of the course. */
export type Hashes = ReadonlyMap<string, string>;

// What a copy links or makes for itself.
const NOT_LAID = ['node_modules', '.venv', '.git', '.workshop'];

/** The hash of a file's content, or undefined when there is no such file. */
export function hashOf(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return undefined;
  }
}

/** What a copy of the course says was laid there; undefined when it says nothing. */
export function readManifest(top: string): Hashes | undefined {
  const hashes = new Map<string, string>();
  try {
    for (const line of readFileSync(join(top, MANIFEST), 'utf8').split('\n')) {
      const [, hash, path] = /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line) ?? [];
      if (hash !== undefined && path !== undefined) hashes.set(path, hash);
    }
  } catch {
    return undefined;
  }
  return hashes.size === 0 ? undefined : hashes;
}

/** The hashes of all files of a copy that has no manifest. */
export function hashTree(top: string): Hashes {
  const files = readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length).replace(/^\//, ''))
    .filter((path) => !NOT_LAID.includes(path.split('/')[0] ?? '') && path !== MANIFEST);
  return new Map(files.map((path) => [path, hashOf(join(top, path)) ?? '']));
}
