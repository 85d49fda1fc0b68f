import type { Limits } from './limits.ts';

/** One frame of a native stack. `file` and `line` are known when the module carries debug information. */
export interface NativeFrame {
  readonly module: string;
  /** Offset within the module, in bytes: what addr2line takes. */
  readonly offset: number;
  readonly symbol?: string;
  readonly file?: string;
  readonly line?: number;
  /** The text of that line, when the source can be read. */
  readonly source?: string;
}

/** One call on a JavaScript stack. Node's own and the sandbox's own are left out. */
export interface JavaScriptFrame {
  readonly name?: string;
  /** A path, or what the code was given as its file name. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The text of that line, when the source can be read. */
  readonly source?: string;
}

/** Where a process stood when a signal reached it: innermost frame first. */
export interface Fault {
  readonly signal: NodeJS.Signals;
  /** The address that was touched, for SIGSEGV and SIGBUS. */
  readonly address?: string;
  readonly stackOverflow: boolean;
  /** False when another thread than the main one was hit: it has no JavaScript stack. */
  readonly mainThread: boolean;
  /** Nothing of JavaScript was on its stack: the event loop was waiting. */
  readonly idle: boolean;
  readonly native: readonly NativeFrame[];
  /** The JavaScript calls that led there, innermost first. Empty: none, or the stack could not be told. */
  readonly javascript: readonly JavaScriptFrame[];
}

/** What AddressSanitizer said, and its one-line summary. */
export interface AsanReport {
  readonly summary: string;
  readonly text: string;
}

/** How a supervised program ended, whatever it was. Exactly one of these, never mixed. */
export type Ending =
  | { readonly kind: 'exited'; readonly code: number }
  | {
      readonly kind: 'signal';
      readonly signal: NodeJS.Signals;
      readonly fault?: Fault;
      readonly asan?: AsanReport;
    }
  | Limited
  | { readonly kind: 'stopped' }
  | { readonly kind: 'lost'; readonly reason: string };

/** A limit was reached; `fault` tells where a program that never ended was standing, where that can be known. */
export type Limited =
  | { readonly kind: 'timedOut'; readonly limitMs: number; readonly fault?: Fault }
  | { readonly kind: 'cpu'; readonly limitMs: number; readonly fault?: Fault }
  | { readonly kind: 'memory'; readonly limitBytes: number }
  | { readonly kind: 'output'; readonly limitBytes: number }
  | { readonly kind: 'processes'; readonly limit: number };

/** What was seen of a run, whatever its end. */
export interface Observed {
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The largest sampled sum over the tree: a short peak can be missed. */
  readonly peakMemoryBytes: number;
  readonly peakProcesses: number;
  /** Processes that were still there when the program ended, and were killed. */
  readonly leftBehind: number;
  readonly limits: Limits;
}

/** The end of a program and the authenticated records it sent over its private channel, in order. */
export interface ProgramResult extends Observed {
  readonly ending: Ending;
  readonly records: readonly unknown[];
}

/** An exception, as far as it can cross a process border. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
}

/** How a call of a function ended. A value is a result only when the function returned it. */
export type CallEnding<T> =
  | { readonly kind: 'returned'; readonly value: T }
  | {
      readonly kind: 'threw';
      readonly error: Thrown;
      /** Where it surfaced: from the call, later with nobody listening, or while the file was loaded. */
      readonly from: 'call' | 'unhandled rejection' | 'uncaught exception' | 'import';
    }
  | {
      readonly kind: 'exitedEarly';
      readonly code: number;
      /** A call of process.exit (or an end from outside), or a promise that nothing could ever settle. */
      readonly why: 'exit' | 'neverSettled';
      /** The JavaScript calls that led to the exit, one a line. */
      readonly stack?: string;
    }
  | Exclude<Ending, { readonly kind: 'exited' }>;

/** How a call ended, and what was seen of the process that made it. */
export type Outcome<T> = Observed & CallEnding<T>;
