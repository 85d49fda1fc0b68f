import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process that a lesson started and did not end. */
export type Leftover = { pid: number; command: string };

/** The environment variable that marks every process of one run, detached ones included. */
export const MARK = 'WORKSHOP_LESSON_RUN';

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended in between, or it is another user's.
    return '';
  }
}

function marked(mark: string, kernel: number): Leftover[] {
  const entry = `${MARK}=${mark}`;
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && Number(pid) !== kernel)
    .filter((pid) => read(pid, 'environ').split('\0').includes(entry))
    .map((pid) => ({
      pid: Number(pid),
      command: read(pid, 'cmdline').split('\0').join(' ').trim(),
    }));
}

/**
 * The processes that carry the mark, apart from the kernel, once they have had `patienceMs` to end.
 * A child that was given an environment of its own is not seen.
 */
export async function leftovers(
  mark: string,
  kernel: number,
  patienceMs: number,
): Promise<Leftover[]> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = marked(mark, kernel);
    if (found.length === 0 || performance.now() > deadline) return found;
    await delay(50);
  }
}

/** Ends them, each by its own pid. */
export function end(processes: readonly Leftover[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}
