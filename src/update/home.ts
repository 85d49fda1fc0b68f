import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepBeside } from './keep.ts';
import { hashOf, hashTree, MANIFEST, readManifest } from './manifest.ts';
import type { Kept, UpdateOutcome } from './outcome.ts';

/**
 * Brings a home that was laid from a master copy up to date with it. A file that the learner has changed since it was
 * laid, and that is another one now, is kept beside the new one; one that the course dropped goes when it was never edited.
 */
export function updateHome(top: string, master: string): UpdateOutcome {
  const laid = readManifest(top) ?? new Map<string, string>();
  const wanted = readManifest(master) ?? hashTree(master);
  const kept: Kept[] = [];
  let count = 0;
  for (const [file, hash] of wanted) {
    const present = hashOf(join(top, file));
    if (present === hash) continue;
    // The learner's edit of a file that is the same as it was when it was laid.
    if (present !== undefined && laid.get(file) === hash) continue;
    if (present !== undefined && present !== laid.get(file)) kept.push(keepBeside(top, file));
    replace(join(master, file), join(top, file));
    count += 1;
  }
  for (const [file, hash] of laid) {
    if (wanted.has(file) || hashOf(join(top, file)) !== hash) continue;
    rmSync(join(top, file));
    count += 1;
  }
  // Last: an update that was stopped half way begins again.
  if (existsSync(join(master, MANIFEST))) replace(join(master, MANIFEST), join(top, MANIFEST));
  if (count === 0)
    return { status: 'up to date', sentence: 'The course is up to date with this image.' };
  const files = count === 1 ? '1 file' : `${count} files`;
  return {
    status: 'updated',
    sentence: `The course was brought up to date with this image: ${files}.`,
    kept,
  };
}

function replace(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const part = `${to}.part`;
  copyFileSync(from, part);
  renameSync(part, to);
}
