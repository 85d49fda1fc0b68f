import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { watchSignals } from '../beside/signals.ts';
import type { Cells } from '../cells/cells.ts';

/**
 * An interrupt ends the child that a cell waits for in spawnSync, execSync or execFileSync, and the
 * cell would go on with its next line, perhaps to the next child. Here it stops at that call.
 */
export function stopAfterInterruptedChild(cells: Cells): void {
  let interrupted = false;
  const listen = watchSignals(['SIGINT'], () => {
    interrupted = true;
  });
  const stopping = <Call extends (...args: never[]) => unknown>(call: Call): Call =>
    new Proxy(call, {
      apply(target, self, args) {
        listen();
        interrupted = false;
        try {
          return Reflect.apply(target, self, args);
        } finally {
          listen();
          if (interrupted && cells.running) stop();
        }
      },
    });
  childProcess.spawnSync = stopping(childProcess.spawnSync);
  childProcess.execSync = stopping(childProcess.execSync);
  childProcess.execFileSync = stopping(childProcess.execFileSync);
  syncBuiltinESMExports();
}

function stop(): never {
  throw new Error('interrupted while it waited for a child');
}
