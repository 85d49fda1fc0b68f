import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { within } from './deadline.ts';
import type { Exit } from './errors.ts';

const LOG_LIMIT = 64 * 1024;
const TERM_MS = 2000;

/** A kernel's process, leader of a group of its own, and everything that can be done to the group. */
export type KernelProcess = {
  pid: number;
  exited: Promise<Exit>;
  /** Undefined while the process runs. */
  exit(): Exit | undefined;
  /** The end of what the process itself wrote to its stdout and stderr, past any cell. */
  log(): string;
  /** Signals the whole group; false when nobody is left in it. */
  signal(name: NodeJS.Signals): boolean;
  /** Waits for the end, then asks the group with SIGTERM, then ends it with SIGKILL. */
  end(graceMs: number): Promise<Exit>;
};

const alive = new Set<number>();

/** Ends what a caller forgot: without this an uncaught error here would leave kernels behind. */
process.on('exit', () => {
  for (const pid of alive) signalGroup(pid, 'SIGKILL');
});

function signalGroup(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, name);
  } catch {
    return false;
  }
}

/** Keeps the last characters of what the process writes; reads on for ever, so that it never blocks. */
function keepLog(child: ChildProcess): () => string {
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-LOG_LIMIT);
    });
  }
  return () => log;
}

/** Starts argv as the leader of its own process group; rejects when there is no such program. */
export async function startProcess(
  argv: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<KernelProcess> {
  const [file = '', ...args] = argv;
  const child = spawn(file, args, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = keepLog(child);
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const pid = child.pid ?? 0;
  alive.add(pid);

  let ended: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => {
      ended = { code, signal };
      // The cells' children share the group and may outlive their kernel: none may stay.
      signalGroup(pid, 'SIGKILL');
      alive.delete(pid);
      // A detached grandchild may hold the pipes open; they must not hold this process.
      for (const stream of [child.stdout, child.stderr]) {
        if (stream instanceof Socket) stream.unref();
      }
      resolve(ended);
    });
  });

  return {
    pid,
    exited,
    exit: () => ended,
    log,
    signal: (name) => ended === undefined && signalGroup(pid, name),
    async end(graceMs) {
      if (await within(exited, graceMs)) return exited;
      signalGroup(pid, 'SIGTERM');
      if (await within(exited, TERM_MS)) return exited;
      signalGroup(pid, 'SIGKILL');
      return exited;
    },
  };
}
