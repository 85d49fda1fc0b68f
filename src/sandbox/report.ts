import { constants } from 'node:os';
import { getSystemErrorName } from 'node:util';

const KINDS = [
  'exited',
  'signal',
  'wall',
  'cpu',
  'memory',
  'output',
  'processes',
  'stopped',
  'failed',
] as const;

const NUMBERS = [
  'code',
  'signal',
  'errno',
  'wallMs',
  'cpuMs',
  'peakMemoryBytes',
  'peakProcesses',
  'leftBehind',
  'survivors',
] as const;

/** The one line that the supervisor says at the end. */
export type Report = { readonly kind: (typeof KINDS)[number] } & Readonly<
  Record<(typeof NUMBERS)[number], number>
>;

/** Reads that line; undefined when the supervisor ended without a word. */
export function readReport(text: string): Report | undefined {
  try {
    const report: unknown = JSON.parse(text);
    return isReport(report) ? report : undefined;
  } catch {
    return undefined;
  }
}

// By hand: every check waits for what is imported here, and zod takes longer to load than many a program to run.
function isReport(value: unknown): value is Report {
  if (typeof value !== 'object' || value === null) return false;
  const kind: unknown = Reflect.get(value, 'kind');
  return (
    KINDS.some((known) => known === kind) &&
    NUMBERS.every((name) => typeof Reflect.get(value, name) === 'number')
  );
}

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
