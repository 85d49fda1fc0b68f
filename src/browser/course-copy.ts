import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../course/index.ts';

/** A course of our own to work in: saving a notebook or editing an answer there changes nothing here. */
export type CourseCopy = Disposable & { root: string };

// The folders of packages that npm links back into the tree; the copy's must lead into the copy.
const LINKED = ['workshop', '@workshop'];

/**
 * Copies the tree into a temporary folder. The installed dependencies are shared through links, what a
 * learner has (the environment's state, their progress) starts empty.
 */
export function copyCourse(): CourseCopy {
  const root = mkdtempSync(join(tmpdir(), 'course-'));
  const skipped = new Set(['node_modules', '.venv', '.git', '.workshop']);
  for (const name of readdirSync(ROOT)) {
    if (skipped.has(name)) continue;
    cpSync(join(ROOT, name), join(root, name), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(join(ROOT, '.venv'), join(root, '.venv'));
  const modules = join(root, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const original = join(ROOT, 'node_modules', name);
    if (LINKED.includes(name)) {
      cpSync(original, join(modules, name), { recursive: true, verbatimSymlinks: true });
    } else {
      symlinkSync(original, join(modules, name));
    }
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
