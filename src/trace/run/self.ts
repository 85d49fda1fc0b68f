import { statSync } from 'node:fs';
import { threads } from '../../proc/index.ts';
import { TraceError, TraceRefused } from '../errors.ts';
import type { Trace } from '../events.ts';
import { eachLine } from '../parse/file.ts';
import { Collector } from '../parse/parse.ts';
import { withNotice } from '../recordings/read.ts';
import { type Attached, attach, detach, INTERRUPTED } from './attach.ts';
import { TemporaryFolder } from './folder.ts';
import { between, mark } from './markers.ts';
import { onSignal } from './on-signal.ts';
import type { SelfOptions } from './options.ts';

/** Some 600,000 calls, which take half a gigabyte once they are read. */
const LARGEST_TRACE = 64 * 2 ** 20;
const TOO_LARGE = 'The trace had grown past 64 MiB: what you see is its beginning.';

let runs = 0;

/**
 * Runs the function and returns what it returned, with every system call this process and its children made meanwhile.
 * Where tracing is refused and a recording is named, the function runs untraced and the recording comes back with a notice.
 */
export async function traceSelf<T>(
  run: () => T | Promise<T>,
  options: SelfOptions = {},
): Promise<{ value: T; trace: Trace }> {
  options.signal?.throwIfAborted();
  using folder = new TemporaryFolder();
  const attached = await attachOrExplain(folder, options);
  if (!('strace' in attached)) return { value: await run(), trace: attached };
  const letGo = () => attached.strace.kill('SIGINT');
  process.once('exit', letGo);
  // An interrupt may unwind the function, and this one with it: then no `finally` runs.
  using _ = onSignal(() => detach(attached));
  try {
    return await traced(run, attached, options.signal);
  } finally {
    await detach(attached);
    process.off('exit', letGo);
  }
}

async function attachOrExplain(
  folder: TemporaryFolder,
  { inject, recording }: SelfOptions,
): Promise<Attached | Trace> {
  try {
    return await attach(folder, inject);
  } catch (error) {
    if (!(error instanceof TraceRefused) || recording === undefined) throw error;
    return withNotice(recording, error.message);
  }
}

async function traced<T>(
  run: () => T | Promise<T>,
  attached: Attached,
  signal: AbortSignal | undefined,
): Promise<{ value: T; trace: Trace }> {
  const begin = `/@mark/${process.pid}-${++runs}/begin`;
  const end = `/@mark/${process.pid}-${runs}/end`;
  const names = new Map(threads()?.map(({ tid, name }) => [tid, name]));
  const { promise: cut, reject } = Promise.withResolvers<never>();
  // Nobody waits for it once the function has ended, or an interrupt has unwound this one.
  cut.catch(() => undefined);
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  attached.strace.once('exit', () => reject(new TraceError(INTERRUPTED)));
  try {
    mark(begin);
    const value = await Promise.race([run(), cut]);
    mark(end);
    await detach(attached);
    const whole = await readTrace(attached.file, names);
    return { value, trace: between(whole, begin, end, attached.pid) };
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

async function readTrace(file: string, names: Trace['threads']): Promise<Trace> {
  const collector = new Collector();
  await eachLine(file, (line) => collector.push(line), LARGEST_TRACE);
  const trace = collector.trace('live', { root: process.pid, threads: names });
  return statSync(file).size > LARGEST_TRACE ? { ...trace, notice: TOO_LARGE } : trace;
}
