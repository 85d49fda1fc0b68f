import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Waits until the child is gone or the time is up; true when it is gone. */
export async function goneWithin(child: ChildProcess, ms: number): Promise<boolean> {
  if (isGone(child)) return true;
  const limit = AbortSignal.timeout(ms);
  await once(child, 'exit', { signal: limit }).catch(() => undefined);
  return isGone(child);
}

/** True once the child has ended and been reaped, or never started. */
export function isGone(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
