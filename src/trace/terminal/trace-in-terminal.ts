import { copyFile } from 'node:fs/promises';
import { TraceError } from '../errors.ts';
import { type Summary, summarise } from '../recordings/summarise.ts';
import { type BirthOptions, birth } from '../run/birth.ts';
import { TemporaryFolder } from '../run/folder.ts';

const LARGEST_TRACE = 2 ** 30;
const GRACE_MS = 2000;

/** Options of {@link traceInTerminal}. */
export interface TerminalOptions extends Pick<BirthOptions, 'inject' | 'signal' | 'output'> {
  /** Keeps strace's own text in this file. */
  readonly save?: string;
}

/**
 * Runs the command in this terminal, with its input and its signals, and sums its trace up.
 * Ctrl-C ends the command as it always does; the summary then tells what there is.
 */
export async function traceInTerminal(
  argv: readonly string[],
  { save, ...options }: TerminalOptions,
): Promise<Summary> {
  using folder = new TemporaryFolder();
  const file = folder.file('trace');
  const limits = { largestTrace: LARGEST_TRACE, graceMs: GRACE_MS };
  const { grewTooLarge } = await birth(argv, file, { output: 'inherit', ...limits, ...options });
  if (grewTooLarge) {
    process.stderr.write('The trace had grown past 1 GiB, so the command was ended.\n');
  }
  if (save !== undefined) await keep(file, save);
  return await summarise(file);
}

async function keep(file: string, save: string): Promise<void> {
  try {
    await copyFile(file, save);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TraceError(`The trace could not be kept in '${save}': ${reason}.`);
  }
}
