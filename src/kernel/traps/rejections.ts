import type { Cells } from '../cells/cells.ts';
import { describeThrown } from '../cells/failure.ts';

/**
 * An error that nobody catches ends the cell that runs, as it would end a program; after its end it is
 * shown below the latest cell. The kernel lives on.
 */
export function reportUncaught(cells: Cells): void {
  const report = (what: string) => (thrown: unknown) => {
    if (cells.fail(thrown)) return;
    const failure = describeThrown(thrown);
    const traceback = [`${what}, after the cell had ended:`, ...failure.traceback];
    cells.broadcast('error', { ...failure, traceback });
  };
  process.on('uncaughtException', report('Uncaught exception'));
  process.on('unhandledRejection', report('Unhandled rejection'));
}
