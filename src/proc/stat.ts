import { readProc } from './read.ts';

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on (`getconf CLK_TCK`). */
const TICKS = 100;

/** What /proc/PID/stat says of a process; times in seconds. */
export interface Stat {
  readonly pid: number;
  readonly name: string;
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Pages that were given without reading a disk, the copies of copy-on-write among them. */
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly userSeconds: number;
  readonly systemSeconds: number;
  /** When it began, in seconds after the machine's start: with the pid, it names a process for good. */
  readonly startedAt: number;
}

/** Reads the stat of a process; undefined when it is gone. */
export function stat(pid: number | 'self' = 'self'): Stat | undefined {
  const text = readProc(`/proc/${pid}/stat`);
  return text === undefined ? undefined : parseStat(text);
}

/** The name stands in parentheses and may hold any character, so the last parenthesis ends it. */
export function parseStat(text: string): Stat {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const rest = text.slice(close + 2).split(' ');
  // Fields are numbered as in proc_pid_stat(5): the state is the third.
  const number = (field: number) => Number(rest[field - 3]);
  return {
    pid: Number.parseInt(text, 10),
    name: text.slice(open + 1, close),
    state: rest[0] ?? '?',
    parent: number(4),
    group: number(5),
    session: number(6),
    minorFaults: number(10),
    majorFaults: number(12),
    userSeconds: number(14) / TICKS,
    systemSeconds: number(15) / TICKS,
    startedAt: number(22) / TICKS,
  };
}
