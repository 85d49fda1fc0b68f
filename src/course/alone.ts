import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is done alone takes milliseconds: a lock this old belongs to a process that was killed or stopped. */
const STALE_MS = 5_000;
const POLL_MS = 5;

/**
 * Does `work` while no other process does its own for this file: changing a file is reading and writing, and of two
 * changes at the same moment one would be lost. Waits for the other, which takes milliseconds; a lock that was left
 * behind is taken over. Synchronous, and not to be nested. Throws where the folder cannot be written to.
 */
export function alone<T>(path: string, work: () => T): T {
  const lock = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  while (!take(lock)) pause();
  try {
    return work();
  } finally {
    if (read(lock) === String(process.pid)) rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    const fd = openSync(lock, 'wx');
    try {
      writeSync(fd, String(process.pid));
    } finally {
      closeSync(fd);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (age(lock) > STALE_MS) rmSync(lock, { force: true });
    return false;
  }
}

/** Milliseconds since the lock was taken; 0 when it is gone. */
function age(lock: string): number {
  const taken = statSync(lock, { throwIfNoEntry: false });
  return taken === undefined ? 0 : Date.now() - taken.mtimeMs;
}

function read(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
}
