import { z } from 'zod';
import type { Trace } from '../events.ts';

const PREFIX = '# workshop recording ';

const Header = z.object({
  root: z.number().int(),
  threads: z.record(z.string(), z.string()),
});

/** True for the line that opens a recording of the course. */
export function isHeader(line: string): boolean {
  return line.startsWith(PREFIX);
}

/** What strace's text does not say: which process was traced, and the names of the threads it already had. */
export function readHeader(line: string): Pick<Trace, 'root' | 'threads'> {
  const { root, threads } = Header.parse(JSON.parse(line.slice(PREFIX.length)));
  return { root, threads: new Map(Object.entries(threads).map(([k, v]) => [Number(k), v])) };
}

/** The line that opens a recording. */
export function writeHeader({ root, threads }: Pick<Trace, 'root' | 'threads'>): string {
  return PREFIX + JSON.stringify({ root, threads: Object.fromEntries(threads) });
}
