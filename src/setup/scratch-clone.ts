import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { hostPath } from './environment.js';
import { root } from './tree.js';

/** How a command ended and what it printed. */
export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

// What a fresh clone does not have: all that set-up makes, and the history.
const made = /^(node_modules|\.venv|\.workshop|\.git|native\/build)(\/|$)|\.ipynb_checkpoints/;

/** A copy of this tree as a fresh clone has it, in a folder whose path has spaces; the caller removes `folder`. */
export function scratchClone(): { readonly folder: string; readonly tree: string } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'set up ')));
  const tree = join(folder, 'the course');
  cpSync(root, tree, { recursive: true, filter: (path) => !made.test(relative(root, path)) });
  return { folder, tree };
}

/** The environment of a learner's shell: the host's own Node and npm, none of what this test run added. */
export function shellEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_TEST_|WORKSHOP_)/.test(name),
  );
  return { ...Object.fromEntries(kept), PATH: hostPath(process.env.PATH ?? ''), ...extra };
}

/** Runs a command to its end in a process group of its own. */
export function finish(
  argv: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  const [program = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: shellEnvironment(),
      ...options,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** The command lines of all processes that name this folder or work in it. */
export function processesOf(folder: string): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const cwd = realpathSync(`/proc/${pid}/cwd`);
      return command.includes(folder) || cwd.startsWith(folder) ? [`${pid} ${command}`] : [];
    } catch {
      return [];
    }
  });
}

/** Removes a scratch clone with all that was installed into it. */
export function removeClone(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
