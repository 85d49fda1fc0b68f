import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';
import { z } from 'zod';

/** The one line that the supervisor says at the end. */
export const Report = z.object({
  kind: z.enum([
    'exited',
    'signal',
    'wall',
    'cpu',
    'memory',
    'output',
    'processes',
    'stopped',
    'failed',
  ]),
  code: z.number(),
  signal: z.number(),
  errno: z.number(),
  wallMs: z.number(),
  cpuMs: z.number(),
  peakMemoryBytes: z.number(),
  peakProcesses: z.number(),
  leftBehind: z.number(),
  survivors: z.number(),
});
export type Report = z.infer<typeof Report>;

/** Reads that line; undefined when the supervisor ended without a word. */
export function readReport(text: string): Report | undefined {
  try {
    return Report.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

// Some numbers have two names (SIGABRT is SIGIOT): the first is the usual one, and a Map keeps the last.
// Some numbers have two names, the older one second: SIGABRT is also SIGIOT. The first counts.
const NAMES = new Map(
  Object.entries(constants.signals)
    .map(([name, number]) => [number, name as NodeJS.Signals] as const)
    .toReversed(),
);

/** The name of a signal's number. Node knows none for the real-time signals: those keep their number. */
export function signalName(number: number): NodeJS.Signals {
  return NAMES.get(number) ?? (`SIG${number}` as NodeJS.Signals);
}

/** The name of an errno, such as ENOENT. */
export function errnoName(errno: number): string {
  return getSystemErrorName(-errno);
}
