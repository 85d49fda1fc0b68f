import { spawn } from 'node:child_process';
import { forTools } from './environment.js';
import { root } from './tree.js';

/** @typedef {{code: number | null, signal: NodeJS.Signals | null, output: string, missing: boolean}} Ended */

/** @type {Set<number>} */
const groups = new Set();

/**
 * Runs a tool to its end in a process group of its own, standard input closed, and returns all that
 * it printed. Never throws: a program that does not exist comes back as `missing`.
 * @param {readonly string[]} argv
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<Ended>}
 */
export function run(argv, { cwd = root, env = forTools(process.env) } = {}) {
  const [program = '', ...args] = argv;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) groups.add(child.pid);
    let output = '';
    const keep = (/** @type {string} */ text) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = (/** @type {Omit<Ended, 'output'>} */ ended) => {
      if (child.pid !== undefined) groups.delete(child.pid);
      resolve({ ...ended, output });
    };
    child.on('error', () => end({ code: null, signal: null, missing: true }));
    child.on('close', (code, signal) => end({ code, signal, missing: false }));
  });
}

/** Ends every tool that is still running, with all that it started. */
export function endRunning() {
  for (const group of groups) {
    try {
      process.kill(-group, 'SIGTERM');
    } catch {
      // It ended between the look and the signal.
    }
  }
}
