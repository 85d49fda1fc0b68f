import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { TraceError, TraceRefused } from '../errors.ts';
import { endEverything } from './end-everything.ts';
import { Kept } from './kept.ts';
import { onSignal } from './on-signal.ts';
import type { CommandOptions } from './options.ts';
import { checkProgram } from './program.ts';
import { injectionOptions, STRACE_OPTIONS, stracePath } from './strace.ts';

const WATCH_MS = 200;

/** Options of {@link birth} beyond those of a learner. */
export interface BirthOptions extends CommandOptions {
  /** Where the command's output goes; by default its first MiB is kept. */
  readonly output?: 'inherit' | 'to-stderr';
  /** On abort the command gets this long to end by itself, for Ctrl-C in a terminal has reached it too. */
  readonly graceMs?: number;
  /** When the trace grows past this many bytes everything is ended. */
  readonly largestTrace: number;
}

/** What came of a command run under strace; the trace itself is in the file. */
export interface Birth {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly timedOut: boolean;
  readonly grewTooLarge: boolean;
}

/** Runs the command under strace from its first instruction; when this returns or throws, none of its processes is left. */
export async function birth(
  argv: readonly string[],
  file: string,
  options: BirthOptions,
): Promise<Birth> {
  checkProgram(argv, options);
  const strace = start(argv, file, options);
  const kept = { stdout: new Kept(strace.stdout), stderr: new Kept(strace.stderr) };
  const state = { timedOut: false, grewTooLarge: false };
  const end = () => endEverything(strace);
  // Before a terminal the command gets Ctrl-C itself, and the caller's signal tells of it.
  using _ = options.output === undefined ? onSignal(end) : undefined;
  const abort = () => void delay(options.graceMs ?? 0, undefined, { ref: false }).then(end);
  const timer = limit(options.timeoutMs, () => {
    state.timedOut = true;
    void end();
  });
  const watch = setInterval(() => {
    if (state.grewTooLarge || sizeOf(file) < options.largestTrace) return;
    state.grewTooLarge = true;
    void end();
  }, WATCH_MS);
  process.once('exit', end);
  options.signal?.addEventListener('abort', abort, { once: true });
  try {
    const [code] = await once(strace, 'close');
    if (code !== 0) explain(argv, kept.stderr.bytes().toString('utf8'));
    return { ...state, stdout: kept.stdout.bytes(), stderr: kept.stderr.bytes() };
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    process.off('exit', end);
    options.signal?.removeEventListener('abort', abort);
  }
}

function start(argv: readonly string[], file: string, options: BirthOptions): ChildProcess {
  const flags = ['-q', ...STRACE_OPTIONS, ...injectionOptions(options.inject), '-o', file];
  const strace = spawn(stracePath(), [...flags, '--', ...argv], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: stdio(options),
    // Before a terminal the command stays in its foreground group, or it could not read from it.
    detached: options.output === undefined,
  });
  // A command that reads nothing closes its end early; that is its own affair.
  strace.stdin?.on('error', () => undefined);
  strace.stdin?.end(options.input);
  return strace;
}

function stdio({ input, output }: BirthOptions): StdioOptions {
  if (output === 'inherit') return 'inherit';
  if (output === 'to-stderr') return ['inherit', 2, 2];
  return [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'];
}

function limit(ms: number | undefined, run: () => void): NodeJS.Timeout | undefined {
  return ms === undefined ? undefined : setTimeout(run, ms);
}

/** Throws what strace said where it was strace that failed and not the command. */
function explain(argv: readonly string[], stderr: string): void {
  const said = /^(?:\S*\/)?strace: (.*)$/m.exec(stderr)?.[1];
  if (said === undefined) return;
  if (/ptrace/i.test(said)) {
    throw new TraceRefused(`The kernel refused to let strace trace '${argv[0]}' (${said}).`);
  }
  throw new TraceError(`strace could not run '${argv[0]}': ${said}.`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
