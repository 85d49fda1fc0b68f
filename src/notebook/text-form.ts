import { normal } from './normal.ts';
import type { Cell, Notebook } from './schema.ts';

const KINDS = { md: 'markdown', code: 'code', raw: 'raw' } as const;
const NAMES = { markdown: 'md', code: 'code', raw: 'raw' } as const;
const SEPARATOR = /^#%% (md|code|raw)(?: \[([^\]]*)\])?[ \t]*$/;

/** A notebook as text to read and edit: each cell under a line `#%% md` or `#%% code [tag, tag]`. */
export function toText(notebook: Notebook): string {
  return notebook.cells
    .map((cell) => {
      if (cell.source.split('\n').some((line) => line.startsWith('#%% '))) {
        throw new Error(
          `The cell ${cell.id} has a line that starts with "#%% ": text form has it too.`,
        );
      }
      const tags = cell.metadata.tags ?? [];
      const marks = tags.length > 0 ? ` [${tags.join(', ')}]` : '';
      return `#%% ${NAMES[cell.cell_type]}${marks}\n${cell.source.trimEnd()}\n`;
    })
    .join('\n');
}

type Section = { line: number; kind: keyof typeof KINDS; tags: string[]; lines: string[] };

function sections(text: string): Section[] {
  const found: Section[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const [, kind, tags = ''] = SEPARATOR.exec(line) ?? [];
    if (kind === 'md' || kind === 'code' || kind === 'raw') {
      const list = tags.split(',').map((tag) => tag.trim());
      found.push({ line: i + 1, kind, tags: list.filter((tag) => tag !== ''), lines: [] });
    } else if (line.startsWith('#%%')) {
      throw new Error(
        `Line ${i + 1} is "${line}": a cell starts with "#%% md" or "#%% code [tag, tag]".`,
      );
    } else if (found.length > 0) {
      found.at(-1)?.lines.push(line);
    } else if (line.trim() !== '') {
      throw new Error(`Line ${i + 1} stands before the first cell: start with "#%% md".`);
    }
  }
  return found;
}

function cellOf({ kind, tags, lines }: Section): Cell {
  const source = lines.join('\n').replace(/^\n+/, '').trimEnd();
  const metadata = tags.length > 0 ? { tags } : {};
  const cell_type = KINDS[kind];
  return cell_type === 'code'
    ? { cell_type, source, metadata, execution_count: null, outputs: [] }
    : { cell_type, source, metadata };
}

/**
 * The normal notebook that a text form describes. A cell whose text stands unchanged in `previous`
 * keeps its id, wherever it moved; the others get ids that follow from what they say.
 */
export function fromText(text: string, previous?: Notebook): Notebook {
  const keyOf = (cell: Cell) => `${cell.cell_type}\n${cell.source.trimEnd()}`;
  const known = Map.groupBy(previous?.cells ?? [], keyOf);
  const cells = sections(text).map((section) => {
    const cell = cellOf(section);
    const before = known.get(keyOf(cell))?.shift();
    if (!before?.id) return cell;
    const attachments = before.cell_type === 'code' ? undefined : before.attachments;
    return { ...cell, id: before.id, ...(attachments ? { attachments } : {}) };
  });
  if (cells.length === 0) throw new Error('The text has no cell: start with a line "#%% md".');
  return normal({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}
