/** What one disposable run may use before it is stopped. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** From start to end, waiting included. */
  readonly wallMs: number;
  /** Processor time of the whole tree, the processes already reaped included. */
  readonly cpuMs: number;
  /** Memory of the whole tree: each shared page is counted once, in parts (PSS). */
  readonly memoryBytes: number;
  /** stdout and stderr together. */
  readonly outputBytes: number;
  /** Processes alive at the same time, the first one included. Threads do not count. */
  readonly processes: number;
}

const MiB = 1024 * 1024;

/** Generous for an honest exercise, small enough for a container of 1 GB. */
export const DEFAULT_LIMITS: Limits = {
  wallMs: 10_000,
  cpuMs: 10_000,
  memoryBytes: 512 * MiB,
  outputBytes: MiB,
  processes: 32,
};
