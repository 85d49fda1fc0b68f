import { basename } from 'node:path';
import { deserialize } from 'node:v8';
import { z } from 'zod';
import { CELL } from './job.ts';
import type { CallEnding, Ending } from './outcome.ts';

/** What the runner says of the call. */
const Said = z.discriminatedUnion('type', [
  z.object({ type: z.literal('returned'), value: z.string() }),
  z.object({
    type: z.literal('threw'),
    from: z.enum(['call', 'unhandled rejection', 'uncaught exception', 'import']),
    error: z.object({
      name: z.string(),
      message: z.string(),
      stack: z.string(),
      code: z.string().optional(),
    }),
  }),
  z.object({ type: z.literal('exit'), stack: z.string() }),
  z.object({ type: z.literal('stalled') }),
]);

/** How the process ended decides; only after an orderly exit does what the runner said count. */
export function callEnding<T>(ending: Ending, records: readonly unknown[]): CallEnding<T> {
  if (ending.kind !== 'exited') return ending;
  const said = records.map((record) => Said.parse(record));
  for (const word of said) {
    if (word.type !== 'returned') continue;
    return { kind: 'returned', value: deserialize(Buffer.from(word.value, 'base64')) as T };
  }
  for (const word of said) {
    if (word.type === 'threw') {
      const { code, ...error } = word.error;
      return { kind: 'threw', from: word.from, error: code ? { ...error, code } : error };
    }
  }
  const [first] = said;
  const { code } = ending;
  if (first?.type === 'stalled') return { kind: 'exitedEarly', code, why: 'neverSettled' };
  const stack = first?.type === 'exit' ? { stack: first.stack } : {};
  return { kind: 'exitedEarly', code, why: 'exit', ...stack };
}

/** Puts the lines of a cell's function beside the calls in it: they are in no file. */
export function withCell(ending: Ending, source: string | undefined): Ending {
  if (source === undefined || !('fault' in ending) || !ending.fault) return ending;
  const lines = source.split('\n');
  const javascript = ending.fault.javascript.map((frame) => {
    const text = basename(frame.file) === CELL ? lines[frame.line - 1] : undefined;
    return text === undefined ? frame : { ...frame, source: text.trim() };
  });
  return { ...ending, fault: { ...ending.fault, javascript } };
}
