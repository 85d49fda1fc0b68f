import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { setupState } from './tree.js';

const file = join(setupState, 'running.pid');

/**
 * Runs `work` while no other set-up works on this tree; waits for one that does. A lock left by a
 * killed set-up is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} onWait  called once, with the process waited for
 * @returns {Promise<T>}
 */
export async function alone(work, onWait) {
  mkdirSync(setupState, { recursive: true });
  for (let told = false; !take(); ) {
    const holder = readText(file);
    if (!isSetup(holder)) rmSync(file, { force: true });
    else if (!told) {
      onWait(Number(holder));
      told = true;
    }
    await wait(200);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** Gives the lock back if this process holds it. */
export function release() {
  if (readText(file) === String(process.pid)) rmSync(file, { force: true });
}

// A link appears whole or not at all, so nobody reads a lock without its process id.
function take() {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

// The command line is compared because a process id may be another program's by now.
/** @param {string} pid */
const isSetup = (pid) =>
  /^\d+$/.test(pid) && readText(`/proc/${pid}/cmdline`).includes('setup/run.js');

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
