import type { Output } from '../jupyter/index.ts';
import type { CellRun } from './run-cells.ts';
import type { Cell, Notebook } from './schema.ts';

type Saved = Record<string, unknown>;

function saved(output: Output, count: number): Saved {
  if (output.type === 'stream') {
    return { output_type: 'stream', name: output.name, text: output.text };
  }
  if (output.type === 'error') {
    const { ename, evalue, traceback } = output;
    return { output_type: 'error', ename, evalue, traceback };
  }
  const { type, data, metadata } = output;
  const counted = type === 'execute_result' ? { execution_count: count } : {};
  return { output_type: type, data, metadata, ...counted };
}

/**
 * The notebook as JupyterLab would save it after the run: outputs beside their cells, each display
 * in its latest state.
 */
export function executed(notebook: Notebook, runs: readonly CellRun[]): Notebook {
  const displays = new Map<string, Saved>();
  const filled = new Map<Cell, Cell>();
  for (const { cell, source, outputs, late } of runs) {
    const kept: Saved[] = [];
    for (const output of [...outputs, ...late]) {
      const id = 'displayId' in output ? output.displayId : undefined;
      if (output.type === 'update_display_data') {
        const { data, metadata } = output;
        Object.assign(displays.get(id ?? '') ?? {}, { data, metadata });
        continue;
      }
      const entry = saved(output, cell);
      if (id) displays.set(id, entry);
      kept.push(entry);
    }
    filled.set(source, { ...source, execution_count: cell, outputs: kept });
  }
  return { ...notebook, cells: notebook.cells.map((cell) => filled.get(cell) ?? cell) };
}
