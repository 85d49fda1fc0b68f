import { withIds } from './cell-id.ts';
import type { Cell, Notebook } from './schema.ts';
import { notebookText } from './write.ts';

/** The kernel's name is the stock one's, so that the notebooks open on any tslab. */
const METADATA = {
  kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' },
  language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
};

function withoutResults(cell: Cell): Cell {
  const tags = cell.metadata.tags ?? [];
  const metadata = tags.length > 0 ? { tags } : {};
  return cell.cell_type === 'code'
    ? { ...cell, metadata, execution_count: null, outputs: [] }
    : { ...cell, metadata };
}

/** Without the empty cells that running the last cell in JupyterLab leaves behind. */
function withoutTrailingBlanks(cells: readonly Cell[]): Cell[] {
  const last = cells.findLastIndex((cell) => cell.source.trim() !== '');
  return cells.slice(0, last + 1);
}

/**
 * The notebook as it stands in the repository: no outputs, counts or passing metadata, only tags;
 * every cell has an id. Applied twice it changes nothing more.
 */
export function normal(notebook: Notebook): Notebook {
  const cells = withoutTrailingBlanks(notebook.cells).map(withoutResults);
  return { cells: withIds(cells), metadata: METADATA, nbformat: 4, nbformat_minor: 5 };
}

/** Why a notebook's text is not in the normal form, in words that end a sentence; undefined if it is. */
export function deviation(text: string, notebook: Notebook): string | undefined {
  const ran = notebook.cells.some(
    (cell) =>
      cell.cell_type === 'code' && (cell.outputs.length > 0 || cell.execution_count !== null),
  );
  if (ran) return 'holds outputs or execution counts';
  return text === notebookText(normal(notebook)) ? undefined : 'is not in the normal form';
}
