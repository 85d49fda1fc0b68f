import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
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
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => tracerOf(pid) === tracer);
}

function tracerOf(pid: number): number | undefined {
  try {
    return Number(/^TracerPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between the listing and the kill.
  }
}
