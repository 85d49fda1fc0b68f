import type { Cells } from '../cells/cells.ts';

/** What a cell reads that asked the process to exit. */
class ExitError extends Error {
  override name = 'ExitError';
}

/**
 * process.exit() in a cell ends the cell, not the kernel with everything the learner has defined.
 * Returns the real exit.
 */
export function catchExit(cells: Cells): (code: number) => never {
  const exit = process.exit.bind(process);
  process.exit = (code?: number | string | null) => {
    const error = new ExitError(
      `process.exit(${code ?? ''}) ends this cell only: the kernel stays. ` +
        'To end it, restart or shut down the kernel from the menu.',
    );
    cells.fail(error);
    throw error;
  };
  return exit;
}
