import type { Notebook } from './schema.ts';

// What Python's str.splitlines counts as the end of a line; nbformat splits with it.
const BREAKS = new Set('\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029');

function lines(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!BREAKS.has(text.charAt(i)) || text.startsWith('\r\n', i)) continue;
    found.push(text.slice(start, i + 1));
    start = i + 1;
  }
  return start < text.length ? [...found, text.slice(start)] : found;
}

/** Python sorts keys by code point; JavaScript's own order would put `10` after `9`. */
function sortedEntries(object: object): [string, unknown][] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function serialize(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent} `;
  const [open, close, items] = Array.isArray(value)
    ? ['[', ']', value.map((item) => serialize(item, inner))]
    : [
        '{',
        '}',
        sortedEntries(value).map(([k, v]) => `${JSON.stringify(k)}: ${serialize(v, inner)}`),
      ];
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

function splitBundle(bundle: unknown): unknown {
  if (bundle === null || typeof bundle !== 'object') return bundle;
  const isText = (mime: string) =>
    mime.startsWith('text/') || mime === 'application/javascript' || mime === 'image/svg+xml';
  return Object.fromEntries(
    Object.entries(bundle).map(([mime, data]) => [
      mime,
      typeof data === 'string' && isText(mime) ? lines(data) : data,
    ]),
  );
}

function splitOutput(output: Record<string, unknown>): Record<string, unknown> {
  if (output.output_type === 'stream' && typeof output.text === 'string') {
    return { ...output, text: lines(output.text) };
  }
  return 'data' in output ? { ...output, data: splitBundle(output.data) } : output;
}

/** The notebook in the very bytes that nbformat writes: sorted keys, indent 1, a line a string. */
export function notebookText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...(cell.cell_type === 'code' ? { outputs: cell.outputs.map(splitOutput) } : {}),
  }));
  return `${serialize({ ...notebook, cells }, '')}\n`;
}
