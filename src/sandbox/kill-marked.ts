import { readdirSync, readFileSync } from 'node:fs';

/**
 * Kills every process that carries a run's mark in its environment. The last resort when the supervisor itself was
 * killed: a fork keeps its parent's environment, whatever session or parent it has moved to.
 */
export function killMarked(mark: string): void {
  for (let round = 0; round < 20 && killOnce(`SANDBOX_RUN=${mark}\0`) > 0; round++);
}

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
