import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { TraceRefused } from '../errors.ts';
import type { TemporaryFolder } from './folder.ts';
import { refusal } from './refusal.ts';
import { injectionOptions, STRACE_OPTIONS, straceEnvironment, stracePath } from './strace.ts';
import { goneWithin, isGone } from './wait.ts';
import { yamaScope } from './yama.ts';

const ATTACH_LIMIT_MS = 20_000;
const DETACH_LIMIT_MS = 10_000;

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
  });
  closeSync(out);
  const failed = new Promise<Error>((resolve) => strace.once('error', resolve));
  const { pid } = strace;
  if (pid === undefined) throw new TraceRefused(refusal((await failed).message));
  await held(strace, messages);
  return { pid, file, strace };
}

async function held(strace: ChildProcess, messages: string): Promise<void> {
  const limit = performance.now() + ATTACH_LIMIT_MS;
  for (;;) {
    const said = readMessages(messages);
    if (isGone(strace)) throw new TraceRefused(refusal(said));
    if (/Process \d+ attached/.test(said)) return;
    if (performance.now() > limit) {
      strace.kill('SIGKILL');
      throw new TraceRefused('strace did not attach within 20 seconds: run the cell again.');
    }
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
