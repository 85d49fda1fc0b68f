import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Kept } from './outcome.ts';

/** Copies a learner's file beside itself, `decode.ts` as `decode.mine.ts`, overwriting nothing. */
export function keepBeside(top: string, file: string): Kept {
  const keptAs = freeName(top, file);
  const path = join(top, keptAs);
  // Whole or not at all: a full disk must not leave half a copy that looks like one.
  const part = `${path}.part`;
  try {
    copyFileSync(join(top, file), part);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return { file, keptAs };
}

/** Puts a kept file back in its place. */
export function putBack(top: string, { file, keptAs }: Kept): void {
  renameSync(join(top, keptAs), join(top, file));
}

function freeName(top: string, file: string): string {
  const { dir, name, ext } = parse(file);
  for (let count = 1; ; count++) {
    const candidate = join(dir, `${name}.mine${count === 1 ? '' : `-${count}`}${ext}`);
    if (!existsSync(join(top, candidate))) return candidate;
  }
}
