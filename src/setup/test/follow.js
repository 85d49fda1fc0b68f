import { spawn } from 'node:child_process';
import { forLearners } from '../environment.js';
import { root } from '../tree.js';

const graceMilliseconds = 20_000;
const keptCharacters = 20_000;

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;

/** @type {WeakSet<import('node:child_process').ChildProcess>} */
const asked = new WeakSet();

/**
 * Runs a command at the top of the tree, its output going straight to ours.
 * @param {readonly string[]} argv
 * @param {boolean} [keep]  also return the last part of the output
 * @returns {Promise<{code: number | null, tail: string}>}
 */
export function follow([program = '', ...args], keep = false) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: forLearners(process.env),
      detached: true,
      stdio: ['ignore', keep ? 'pipe' : 'inherit', keep ? 'pipe' : 'inherit'],
    });
    running = child;
    let tail = '';
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      from?.setEncoding('utf8').on('data', (text) => {
        to.write(text);
        tail = (tail + text).slice(-keptCharacters);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      running = undefined;
      resolve({ code, tail });
    });
  });
}

/** Asks the command that is running, and all that it started in its group, to end; after a while, or when asked again, kills them. */
export function endFollowed() {
  const child = running;
  if (!child) return;
  signalGroup(child, asked.has(child) ? 'SIGKILL' : 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds).unref();
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined || running !== child) return;
  try {
    process.kill(-child.pid, signal);
    asked.add(child);
  } catch {
    // It ended between the look and the signal.
  }
}
