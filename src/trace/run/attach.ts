import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { TraceError, TraceRefused } from '../errors.ts';
import type { TemporaryFolder } from './folder.ts';
import { Interruption } from './interruption.ts';
import { refusal } from './refusal.ts';
import { injectionOptions, STRACE_OPTIONS, straceEnvironment, stracePath } from './strace.ts';
import { goneWithin, isGone } from './wait.ts';
import { yamaScope } from './yama.ts';

const ATTACH_LIMIT_MS = 20_000;
const DETACH_LIMIT_MS = 10_000;
const TOO_SLOW = 'strace did not attach within 20 seconds: run the cell again.';

/** The sentence of a tracing that was ended from outside. */
export const INTERRUPTED = 'The tracing was interrupted before the function had ended.';

/** A strace that holds this process. */
export interface Attached {
  readonly pid: number;
  /** The file it writes; complete only after {@link detach}. */
  readonly file: string;
  readonly strace: ChildProcess;
}

/**
 * Attaches a child strace to this process; resolves when every thread is held.
 * Its messages go to a file, for a pipe would wake this very event loop and so show up in the trace.
 */
export async function attach(folder: TemporaryFolder, inject?: string): Promise<Attached> {
  const file = folder.file('trace');
  const messages = folder.file('messages');
  const options = [...STRACE_OPTIONS, ...injectionOptions(inject), '-o', file];
  if (yamaScope() === 1) (await import('./allow-tracing.ts')).allowTracing();
  const out = openSync(messages, 'w');
  const strace = spawn(stracePath(), [...options, '-p', String(process.pid)], {
    stdio: ['ignore', 'ignore', out],
    env: straceEnvironment(),
    // Out of reach of a notebook's interrupt: a strace that ends while it holds the signal for us loses it.
    detached: true,
  });
  closeSync(out);
  const failed = new Promise<Error>((resolve) => strace.once('error', resolve));
  const { pid } = strace;
  if (pid === undefined) throw new TraceRefused(refusal((await failed).message));
  try {
    await held(strace, messages);
  } catch (error) {
    strace.kill('SIGKILL');
    throw error;
  }
  return { pid, file, strace };
}

/** An interrupt may come while strace attaches: the function must not begin after it. */
async function held(strace: ChildProcess, messages: string): Promise<void> {
  using interruption = new Interruption();
  const limit = performance.now() + ATTACH_LIMIT_MS;
  for (;;) {
    const said = readMessages(messages);
    const gone = isGone(strace);
    const attached = /Process \d+ attached/.test(said);
    if ((await interruption.came()) || (gone && attached)) throw new TraceError(INTERRUPTED);
    if (gone) throw new TraceRefused(refusal(said));
    if (attached) return;
    if (performance.now() > limit) throw new TraceRefused(TOO_SLOW);
    await delay(1);
  }
}

/** An injected fault may strike this very read; the next attempt tells. */
function readMessages(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Lets go of this process and waits until strace is gone; its file is then complete. */
export async function detach({ strace }: Attached): Promise<void> {
  strace.kill('SIGINT');
  if (await goneWithin(strace, DETACH_LIMIT_MS)) return;
  strace.kill('SIGKILL');
  await goneWithin(strace, DETACH_LIMIT_MS);
}
