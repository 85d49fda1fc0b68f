import { TraceRefused } from '../errors.ts';
import type { CommandTrace, Trace } from '../events.ts';
import { eachLine } from '../parse/file.ts';
import { Collector } from '../parse/parse.ts';
import { withNotice } from '../recordings/read.ts';
import { endOf } from '../story/end.ts';
import { type Birth, birth } from './birth.ts';
import { TemporaryFolder } from './folder.ts';
import type { CommandOptions } from './options.ts';

const TIMEOUT_MS = 30_000;
/** Some 600,000 calls, which take half a gigabyte once they are read. */
const LARGEST_TRACE = 64 * 2 ** 20;

/**
 * Runs a command under strace from birth and waits until the last of its processes has ended.
 * The command's own failure is no error here: see `end`. No shell is involved.
 */
export async function traceCommand(
  argv: readonly string[],
  options: CommandOptions = {},
): Promise<CommandTrace> {
  options.signal?.throwIfAborted();
  using folder = new TemporaryFolder();
  const file = folder.file('trace');
  try {
    const limits = { timeoutMs: TIMEOUT_MS, largestTrace: LARGEST_TRACE };
    const born = await birth(argv, file, { ...limits, ...options });
    options.signal?.throwIfAborted();
    const collector = new Collector();
    await eachLine(file, (line) => collector.push(line));
    return described(collector.trace('live'), born);
  } catch (error) {
    if (!(error instanceof TraceRefused) || options.recording === undefined) throw error;
    const trace = await withNotice(options.recording, error.message);
    return { ...trace, end: endOf(trace), stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  }
}

function described(trace: Trace, { stdout, stderr, timedOut, grewTooLarge }: Birth): CommandTrace {
  const end = { ...endOf(trace), timedOut };
  const notice = grewTooLarge
    ? 'The trace had grown past 64 MiB, so the command was ended: what you see is its beginning.'
    : timedOut
      ? 'The time was up, so the command was ended: what you see is what it did until then.'
      : undefined;
  return { ...trace, end, stdout, stderr, ...(notice !== undefined && { notice }) };
}
