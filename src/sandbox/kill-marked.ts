import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/**
 * Kills every process that carries a run's mark in its environment. The last resort when the supervisor itself was
 * killed: a fork keeps its parent's environment, whatever session or parent it has moved to.
 */
export async function killMarked(mark: string): Promise<void> {
  const until = Date.now() + 5_000;
  while (killOnce(`SANDBOX_RUN=${mark}\0`) > 0 && Date.now() < until) await setTimeout(5);
}

/** Returns how many there still were: a process is there until it has quite ended. */
function killOnce(mark: string): number {
  let killed = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      if (!readFileSync(`/proc/${entry}/environ`, 'latin1').includes(mark)) continue;
      process.kill(Number(entry), 'SIGKILL');
      killed++;
    } catch {} // it has ended, or is not ours to read
  }
  return killed;
}
