import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { TraceError, TraceRefused } from '../errors.ts';
import { endEverything } from './end-everything.ts';
import { Kept } from './kept.ts';
import type { CommandOptions } from './options.ts';
import { injectionOptions, STRACE_OPTIONS, stracePath } from './strace.ts';

const TIMEOUT_MS = 30_000;
const WATCH_MS = 200;
const LARGEST_TRACE = 64 * 2 ** 20;

/** What came of a command run under strace; the trace itself is in the file. */
export interface Birth {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly timedOut: boolean;
  /** True when the trace grew past 64 MiB and everything was ended for it. */
  readonly grewTooLarge: boolean;
}

/** Runs the command under strace from its first instruction, in a process group of its own; when this returns or throws, none of its processes is left. */
export async function birth(
  argv: readonly string[],
  file: string,
  options: CommandOptions,
): Promise<Birth> {
  const strace = start(argv, file, options);
  const kept = { stdout: new Kept(strace.stdout), stderr: new Kept(strace.stderr) };
  const state = { timedOut: false, grewTooLarge: false };
  const end = () => endEverything(strace);
  const timer = setTimeout(() => {
    state.timedOut = true;
    void end();
  }, options.timeoutMs ?? TIMEOUT_MS);
  const watch = setInterval(() => {
    if (state.grewTooLarge || sizeOf(file) < LARGEST_TRACE) return;
    state.grewTooLarge = true;
    void end();
  }, WATCH_MS);
  process.once('exit', end);
  options.signal?.addEventListener('abort', end, { once: true });
  try {
    await finished(strace, argv, kept.stderr);
    options.signal?.throwIfAborted();
    return { ...state, stdout: kept.stdout.bytes(), stderr: kept.stderr.bytes() };
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    process.off('exit', end);
    options.signal?.removeEventListener('abort', end);
  }
}

function start(argv: readonly string[], file: string, options: CommandOptions): ChildProcess {
  const flags = ['-q', ...STRACE_OPTIONS, ...injectionOptions(options.inject), '-o', file];
  if (options.cwd !== undefined && !existsSync(options.cwd)) {
    throw new TraceError(`The folder '${options.cwd}' to run '${argv[0]}' in does not exist.`);
  }
  const strace = spawn(stracePath(), [...flags, '--', ...argv], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  // A command that reads nothing closes its end early; that is its own affair.
  strace.stdin?.on('error', () => undefined);
  strace.stdin?.end(options.input);
  return strace;
}

async function finished(
  strace: ChildProcess,
  argv: readonly string[],
  stderr: Kept,
): Promise<void> {
  const [code] = await once(strace, 'close');
  if (code === 0) return;
  const said = /^(?:\S*\/)?strace: (.*)$/m.exec(stderr.bytes().toString('utf8'))?.[1];
  if (said === undefined) return;
  if (/ptrace/i.test(said)) {
    throw new TraceRefused(`The kernel refused to let strace trace '${argv[0]}' (${said}).`);
  }
  throw new TraceError(`strace could not run '${argv[0]}': ${said}.`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
