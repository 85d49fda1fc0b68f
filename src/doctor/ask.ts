import { spawn } from 'node:child_process';

/** How a question to a program ended; `stdout` and `stderr` hold at most their first 64 KiB. */
export type Reply = {
  readonly end: 'exited' | 'killed' | 'not installed' | 'refused' | 'no answer';
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type AskOptions = {
  /** Milliseconds until the program and all it started are killed. */
  readonly limit?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: Uint8Array;
};

const KEPT = 64 * 1024;

const running = new Set<number>();

/** Kills every program that is being asked, with all it started. */
export function endAll(): void {
  for (const pid of running) killQuietly(-pid);
}

/** Runs a program in a process group of its own and says how it ended; never throws, leaves nothing running. */
export function ask(argv: readonly string[], options: AskOptions = {}): Promise<Reply> {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const [program = '', ...args] = argv;
  const child = spawn(program, args, {
    detached: true,
    cwd: options.cwd,
    env: { ...process.env, LC_ALL: 'C', NODE_NO_WARNINGS: '1', ...options.env },
    stdio: 'pipe',
  });
  const heard = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      heard[name] = (heard[name] + text).slice(0, KEPT);
    });
  }
  let late = false;
  if (child.pid !== undefined) running.add(child.pid);
  const killGroup = () => {
    if (child.pid === undefined) return;
    killQuietly(-child.pid);
    running.delete(child.pid);
  };
  const timer = setTimeout(() => {
    late = true;
    killGroup();
    // A descendant that left the group may still hold the pipes open: do not wait for it.
    child.stdout.destroy();
    child.stderr.destroy();
  }, options.limit ?? 10_000);
  const finish = (end: Reply['end'], code: number | null, signal: NodeJS.Signals | null) => {
    clearTimeout(timer);
    killGroup();
    resolve({ end: late ? 'no answer' : end, code, signal, ...heard });
  };
  child.on('error', (error: NodeJS.ErrnoException) => {
    finish(error.code === 'ENOENT' ? 'not installed' : 'refused', null, null);
  });
  child.on('close', (code, signal) => finish(signal === null ? 'exited' : 'killed', code, signal));
  // A program that never reads its input is no failure of the question.
  child.stdin.on('error', () => undefined).end(options.input);
  return promise;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone, which is what was wanted.
  }
}
