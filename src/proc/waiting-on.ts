import { linkProc, readProc } from './read.ts';

/** What a sleeping thread is waiting in: the kernel's function (names differ between kernels) and the system call. */
export interface WaitingOn {
  /** A kernel function such as `pipe_read`; empty where the kernel hides it or the thread runs. */
  readonly wchan: string;
  /** The number of the system call it is in (numbers differ between architectures); null while it runs its own code. */
  readonly syscall: number | null;
  readonly args: readonly bigint[];
  /** What the call's first argument leads to, where that is an open descriptor. */
  readonly target: string | undefined;
}

/** Reads /proc/PID/wchan and /proc/PID/syscall; undefined when the process is gone. */
export function waitingOn(pid: number): WaitingOn | undefined {
  const wchan = readProc(`/proc/${pid}/wchan`);
  const text = readProc(`/proc/${pid}/syscall`);
  if (wchan === undefined || text === undefined) return undefined;
  const [number = '', ...rest] = text.trim().split(' ');
  // The last two words are the stack pointer and the program counter.
  const args = rest.slice(0, 6).map((word) => BigInt(word));
  const inCall = /^\d+$/.test(number);
  return {
    wchan: wchan.trim() === '0' ? '' : wchan.trim(),
    syscall: inCall ? Number(number) : null,
    args: inCall ? args : [],
    target: inCall && args[0] !== undefined ? linkProc(`/proc/${pid}/fd/${args[0]}`) : undefined,
  };
}
