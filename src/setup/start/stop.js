import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Ends JupyterLab, its kernels and whatever they started, and returns when none is left. JupyterLab is
 * asked first, so that it shuts its kernels down in order; what outlives it is found by the marker in
 * its environment, also where it has been adopted by another parent.
 * @param {import('./server.js').Server} server
 */
export async function stopServer({ child, marker, ended }) {
  child.kill('SIGTERM');
  await Promise.race([ended, wait(10_000, undefined, { ref: false })]);
  await signalAll(marker, 'SIGTERM', 1000);
  await signalAll(marker, 'SIGKILL', 2000);
}

/** Signals every marked process and waits for them to be gone. @param {string} marker @param {NodeJS.Signals} signal @param {number} milliseconds */
async function signalAll(marker, signal, milliseconds) {
  const deadline = Date.now() + milliseconds;
  for (const pid of marked(marker)) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended between the look and the signal.
    }
  }
  while (marked(marker).length > 0 && Date.now() < deadline) await wait(50);
}

/** The processes that carry the marker in their environment. @param {string} marker @returns {number[]} */
export function marked(marker) {
  const entry = `\0WORKSHOP_SERVER=${marker}\0`;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => `\0${environmentOf(pid)}`.includes(entry)).map(Number);
}

/** @param {string} pid */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}
