import { escapeHtml } from './escape.ts';
import { type Bundle, show } from './show.ts';

/** A column's heading, its unit when it holds a quantity, and whether it holds code or names. */
export type Column = string | { label: string; unit?: string; code?: boolean };

export type Cell = string | number | bigint | boolean | null | undefined;

export type TableSpec = {
  /** One sentence that says what the table shows. */
  caption: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
  /** Small print under the table, such as the machine it was measured on. */
  note?: string;
};

const heading = (column: Column): string => {
  if (typeof column === 'string') return column;
  return column.unit === undefined ? column.label : `${column.label} (${column.unit})`;
};

const isCode = (column: Column | undefined): boolean =>
  typeof column === 'object' && column.code === true;

const isNumber = (cell: Cell): boolean => typeof cell === 'number' || typeof cell === 'bigint';

/** Returns a cell as words: numbers keep four significant digits, nothing becomes a dash. */
export const cellText = (cell: Cell): string => {
  if (cell === null || cell === undefined) return '–';
  if (typeof cell === 'number' && !Number.isInteger(cell))
    return String(Number(cell.toPrecision(4)));
  return String(cell);
};

/** A quantity has its thousands apart; a value without a unit stays as JavaScript writes it. */
const inColumn = (cell: Cell, column: Column | undefined): string => {
  const quantity = typeof column === 'object' && column.unit !== undefined && isNumber(cell);
  const text = cellText(cell);
  return quantity ? text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : text;
};

const alignment = (cell: Cell): string => `text-align:${isNumber(cell) ? 'right' : 'left'}`;

const htmlCell = (cell: Cell, column: Column | undefined): string => {
  const text = escapeHtml(inColumn(cell, column));
  const empty = text === '' || cell === null || cell === undefined;
  const code = `<code style="white-space:pre-wrap">${text}</code>`;
  const content = isCode(column) && !empty ? code : text;
  return `<td style="${alignment(cell)};vertical-align:top">${content}</td>`;
};

/** Returns the table as HTML that needs no script and takes its colours from the page. */
export const tableHtml = ({ caption, columns, rows, note }: TableSpec): string => {
  const head = columns.map(
    (c, i) => `<th scope="col" style="${alignment(rows[0]?.[i])}">${escapeHtml(heading(c))}</th>`,
  );
  const body = rows.map(
    (row) => `<tr>${row.map((cell, i) => htmlCell(cell, columns[i])).join('')}</tr>`,
  );
  const small = note === undefined ? '' : `<p><small>${escapeHtml(note)}</small></p>`;
  return (
    `<table><caption style="text-align:left;caption-side:top;color:inherit;white-space:nowrap"><strong>${escapeHtml(caption)}</strong></caption>` +
    `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>${small}`
  );
};

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/gu;

const width = (text: string): number => [...text].length + (text.match(WIDE)?.length ?? 0);

const pad = (text: string, to: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return right ? space + text : text + space;
};

/** Returns the table as aligned lines for a terminal. */
export const tableText = ({ caption, columns, rows, note }: TableSpec): string => {
  const heads = columns.map(heading);
  const body = rows.map((row) => row.map((cell, i) => inColumn(cell, columns[i])));
  const widths = heads.map((head, i) =>
    Math.max(width(head), ...body.map((row) => width(row[i] ?? ''))),
  );
  const line = (cells: readonly string[], right: (i: number) => boolean): string =>
    cells
      .map((cell, i) => pad(cell, widths[i] ?? 0, right(i)))
      .join('  ')
      .trimEnd();
  return [
    caption,
    '',
    line(heads, (i) => isNumber(rows[0]?.[i])),
    widths.map((n) => '-'.repeat(n)).join('  '),
    ...body.map((cells, r) => line(cells, (i) => isNumber(rows[r]?.[i]))),
    ...(note === undefined ? [] : ['', note]),
  ].join('\n');
};

/** Returns the table as one output: HTML for a notebook, aligned text elsewhere. */
export const tableBundle = (spec: TableSpec): Bundle => ({
  data: { 'text/html': tableHtml(spec), 'text/plain': tableText(spec) },
});

/** Shows a table; every cell's text is escaped. */
export const table = (spec: TableSpec): void => show(tableBundle(spec));
