import { readdirSync, readFileSync, statSync } from 'node:fs';

/** The pids of the processes that belong to a user, as /proc owns them now. */
export function pidsOf(uid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => ownerOf(name) === uid)
    .map(Number);
}

function ownerOf(pid: string): number | undefined {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid;
}

/**
 * The memory of a user's processes in bytes: the sum of their proportional set sizes (PSS), in which a page that
 * several processes share counts once in all. Needs root.
 */
export function memoryOf(uid: number): number {
  return pidsOf(uid).reduce((sum, pid) => sum + pss(pid), 0);
}

function pss(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(rollup.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0) * 1024;
  } catch {
    // It ended between the two readings.
    return 0;
  }
}

/** Samples the memory of these users every two seconds until disposed, and keeps the highest of each. */
export class MemoryPeaks implements Disposable {
  readonly #peaks: Map<number, number>;
  readonly #timer: NodeJS.Timeout;

  constructor(uids: readonly number[]) {
    this.#peaks = new Map(uids.map((uid) => [uid, 0]));
    this.#timer = setInterval(() => {
      for (const [uid, peak] of this.#peaks) this.#peaks.set(uid, Math.max(peak, memoryOf(uid)));
    }, 2000);
  }

  /** The highest sums so far, in bytes. */
  get values(): number[] {
    return [...this.#peaks.values()];
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
