import { type KernelClient, KernelDied, KernelTimeout, type Output } from '../jupyter/index.ts';
import type { Cell, CodeCell } from './schema.ts';

const DEFAULT_LIMIT_S = 120;

/** How one code cell went. `late` holds what it showed after it had finished. */
export type CellRun = {
  /** The number that JupyterLab shows beside the cell. */
  cell: number;
  source: CodeCell;
  status: 'ok' | 'error' | 'aborted' | 'hung' | 'kernel died';
  outputs: readonly Output[];
  late: Output[];
  ms: number;
  /** Why a cell hung or how its kernel died. */
  reason?: string;
};

/** Seconds a cell may take: its tag `limit-300`, or two minutes. */
export function limitOf(cell: Cell): number {
  const tag = cell.metadata.tags?.find((name) => /^limit-\d+$/.test(name));
  return tag ? Number(tag.slice('limit-'.length)) : DEFAULT_LIMIT_S;
}

export function expectsError(cell: Cell): boolean {
  return cell.metadata.tags?.includes('raises-exception') ?? false;
}

async function runCell(kernel: KernelClient, source: CodeCell, cell: number): Promise<CellRun> {
  const late: Output[] = [];
  const start = performance.now();
  try {
    const execution = await kernel.execute(source.source, {
      timeoutMs: limitOf(source) * 1000,
      stopOnError: !expectsError(source),
      onOutput: (output, isLate) => {
        if (isLate) late.push(output);
      },
    });
    const { status, outputs, ms } = execution;
    return { cell, source, status, outputs, late, ms };
  } catch (error) {
    const ms = performance.now() - start;
    if (error instanceof KernelTimeout) {
      const reason = `it did not finish within ${limitOf(source)} s`;
      return { cell, source, status: 'hung', outputs: error.outputs, late, ms, reason };
    }
    if (error instanceof KernelDied) {
      const { outputs, message: reason } = error;
      return { cell, source, status: 'kernel died', outputs, late, ms, reason };
    }
    throw error;
  }
}

/**
 * Runs the code cells in order, as "Run All" does, and stops after the first that hangs, kills the
 * kernel or fails without the tag `raises-exception`. The `late` outputs go on filling afterwards.
 */
export async function runCells(kernel: KernelClient, cells: readonly Cell[]): Promise<CellRun[]> {
  const runs: CellRun[] = [];
  for (const cell of cells) {
    if (cell.cell_type !== 'code' || cell.source.trim() === '') continue;
    const run = await runCell(kernel, cell, runs.length + 1);
    runs.push(run);
    if (run.status !== 'ok' && !(run.status === 'error' && expectsError(cell))) break;
  }
  return runs;
}
