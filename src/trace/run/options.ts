/** Options of {@link traceSelf}. */
export interface SelfOptions {
  /** A fault for strace to inject, such as `clone,clone3,vfork,fork:error=ENOMEM`. */
  readonly inject?: string;
  /** The recording to show, by name or path, where this machine allows no tracing. */
  readonly recording?: string;
  /** Ends the tracing; the function itself is not stopped. */
  readonly signal?: AbortSignal;
}

/** Options of {@link traceCommand}. */
export interface CommandOptions {
  readonly cwd?: string | URL;
  /** The whole environment of the command; the default is this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** What the command reads from its standard input; the default is nothing at all. */
  readonly input?: string | Uint8Array;
  /** After this time every process of the trace is killed; the default is 30 s. */
  readonly timeoutMs?: number;
  /** A fault for strace to inject, such as `clone,clone3,vfork,fork:error=ENOMEM`. */
  readonly inject?: string;
  /** The recording to show, by name or path, where this machine allows no tracing. */
  readonly recording?: string;
  /** Kills every process of the trace and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
