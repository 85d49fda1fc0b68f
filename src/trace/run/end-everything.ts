import type { ChildProcess } from 'node:child_process';
import { processes, status } from '../../proc/index.ts';
import { goneWithin, isGone } from './wait.ts';

const ROUND_MS = 50;
const ROUNDS = 100;

/**
 * Kills every process that this strace traces, wherever it has moved to, until none is left; strace then ends by itself.
 * Killing strace first would set them free: it does not ask the kernel to take its tracees along.
 */
export async function endEverything(strace: ChildProcess): Promise<void> {
  for (let round = 0; round < ROUNDS && !isGone(strace); round++) {
    for (const pid of tracees(strace.pid)) kill(pid);
    await goneWithin(strace, ROUND_MS);
  }
  if (!isGone(strace)) strace.kill('SIGKILL');
}

/** Processes whose tracer is `tracer`. */
function tracees(tracer: number | undefined): number[] {
  const all = processes().map(({ pid }) => pid);
  return all.filter((pid) => status(pid)?.tracer === tracer);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between the listing and the kill.
  }
}
