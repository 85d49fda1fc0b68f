/** Where and when: `pid` is the thread's id as strace prints it, `time` is in seconds since 1970, `line` is the line of the trace on which the event began. */
interface Moment {
  readonly pid: number;
  readonly time: number;
  readonly line: number;
}

/** What a system call gave back. `value` is null when strace printed `?`: the call never returned, or the kernel will restart it. */
export interface Result {
  readonly text: string;
  readonly value: number | null;
  /** The symbolic error, such as `ENOENT`; only where the call failed. */
  readonly errno?: string;
  /** The file, pipe or socket behind a returned descriptor. */
  readonly path?: string;
  /** True where strace injected this outcome and the kernel never ran the call. */
  readonly injected?: true;
}

/** One system call of one thread, from its entry to its return. `args` are as strace prints them; `duration` is in seconds. */
export interface SyscallEvent extends Moment {
  readonly kind: 'syscall';
  readonly name: string;
  readonly args: readonly string[];
  /** Missing when the trace ended, the thread was detached or died before the call returned. */
  readonly result?: Result;
  readonly duration?: number;
}

/** A signal as it was delivered, with strace's text of its siginfo. */
export interface SignalEvent extends Moment {
  readonly kind: 'signal';
  readonly signal: string;
  readonly info: string;
}

/** The whole thread group was stopped by a signal such as SIGSTOP. */
export interface StoppedEvent extends Moment {
  readonly kind: 'stopped';
  readonly signal: string;
}

/** A thread ended by itself with this status. */
export interface ExitEvent extends Moment {
  readonly kind: 'exit';
  readonly code: number;
}

/** A thread was ended by a signal. */
export interface KilledEvent extends Moment {
  readonly kind: 'killed';
  readonly signal: string;
  readonly coreDumped: boolean;
}

/** Thread `by` called execve and took over the process: from here on it carries `pid`, the leader's id. */
export interface SupersededEvent extends Moment {
  readonly kind: 'superseded';
  readonly by: number;
}

/** strace let go of a thread that was in no system call. */
export interface DetachedEvent extends Moment {
  readonly kind: 'detached';
}

/** Everything strace can say about one moment of one thread. */
export type TraceEvent =
  | SyscallEvent
  | SignalEvent
  | StoppedEvent
  | ExitEvent
  | KilledEvent
  | SupersededEvent
  | DetachedEvent;

/** A line the parser could not read, kept word for word. */
export interface NotUnderstood {
  readonly line: number;
  readonly text: string;
}

/** A trace: its events in the order in which they began, and every line that could not be read. */
export interface Trace {
  readonly events: readonly TraceEvent[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly source: 'live' | 'recording';
  /** One sentence for the reader, where this trace is not what was asked for. */
  readonly notice?: string;
  /** The process that was traced; 0 in a trace without process ids. */
  readonly root: number;
  /** Threads of the root that already ran when the trace began, with their names. */
  readonly threads: ReadonlyMap<number, string>;
}

/** How a traced command ended: a status or a signal, never both. */
export interface CommandEnd {
  readonly code: number | null;
  readonly signal: string | null;
  /** True when the time limit ended it. */
  readonly timedOut: boolean;
}

/** The trace of a command from birth, with what it wrote (at most 1 MiB of each stream is kept). */
export interface CommandTrace extends Trace {
  readonly end: CommandEnd;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}
