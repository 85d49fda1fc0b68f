import type { StructLayout, StructPart } from './struct-layout.ts';

/** Bytes in a row of the drawing: a machine word. */
const ROW = 8;
/** Characters a byte takes in the text. */
const WIDE = 4;

/** One box of the drawing: a part of the struct, cut where a row ends. */
interface Box {
  readonly row: number;
  readonly bytes: number;
  readonly label: string;
  readonly padding: boolean;
}

/** Draws a struct as rows of eight bytes, for a terminal. Padding is shaded. */
export function drawStruct(layout: StructLayout): string {
  const rows = [...Map.groupBy(boxes(layout), ({ row }) => row)].map(([row, inRow]) => {
    const cells = inRow.map(({ bytes, label, padding }) => {
      const width = bytes * WIDE - 1;
      return padding ? '░'.repeat(width) : ` ${label}`.slice(0, width).padEnd(width);
    });
    return `${String(row * ROW).padStart(6)} |${cells.join('|')}|`;
  });
  return [heading(layout), ...rows, ...legend(layout)].join('\n');
}

/** The parts in words: a narrow box has no room for its name. */
function legend({ parts }: StructLayout): string[] {
  return parts.map(({ offset, size, field }) => {
    const bits = field?.bits === undefined ? '' : `, ${field.bits} bits of it`;
    const what = field ? declaration(field.type, field.name) : 'padding';
    return `${String(offset).padStart(6)}  ${what}: ${size} ${size === 1 ? 'byte' : 'bytes'}${bits}`;
  });
}

/** As C declares it: the name goes before the brackets and right behind a star. */
function declaration(type: string, name: string): string {
  const [, base = type, brackets = ''] = /^(.*?)((?:\[\d+\])*)$/.exec(type) ?? [];
  return `${base}${base.endsWith('*') ? '' : ' '}${name}${brackets}`;
}

/** The same drawing as an HTML table that needs no script and takes its colours from the page. */
export function structHtml(layout: StructLayout): string {
  const head = Array.from({ length: ROW }, (_, byte) => `<th scope="col">+${byte}</th>`).join('');
  const rows = [...Map.groupBy(boxes(layout), ({ row }) => row)].map(([row, inRow]) => {
    const cells = inRow.map(({ bytes, label, padding }) => {
      const style = `border:1px solid;text-align:center${padding ? ';opacity:.5;font-style:italic' : ''}`;
      return `<td colspan="${bytes}" style="${style}">${escapeHtml(padding ? 'padding' : label)}</td>`;
    });
    return `<tr><th scope="row">${row * ROW}</th>${cells.join('')}</tr>`;
  });
  const caption = `<caption style="text-align:left;caption-side:top"><strong>${escapeHtml(heading(layout))}</strong></caption>`;
  return `<table>${caption}<thead><tr><th scope="col">byte</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function heading({ name, size, parts }: StructLayout): string {
  const padding = parts.filter(({ field }) => !field).reduce((sum, part) => sum + part.size, 0);
  return `struct ${name}: ${size} bytes, ${padding} of them padding`;
}

function boxes({ parts }: StructLayout): Box[] {
  return withoutOverlap(parts).flatMap(({ offset, size, field }) => {
    const found: Box[] = [];
    for (let at = offset; at < offset + size; ) {
      const bytes = Math.min(offset + size, (Math.floor(at / ROW) + 1) * ROW) - at;
      const label = field ? `${at > offset ? '… ' : ''}${declaration(field.type, field.name)}` : '';
      found.push({ row: Math.floor(at / ROW), bytes, label, padding: field === undefined });
      at += bytes;
    }
    return found;
  });
}

/** Bit fields share bytes: those that start in the same one are drawn as one box. */
function withoutOverlap(parts: readonly StructPart[]): StructPart[] {
  const drawn: StructPart[] = [];
  for (const part of parts) {
    const last = drawn.at(-1);
    if (!last?.field || !part.field || part.offset >= last.offset + last.size) {
      drawn.push(part);
      continue;
    }
    const end = Math.max(last.offset + last.size, part.offset + part.size);
    const name = `${last.field.name}, ${part.field.name}`;
    drawn[drawn.length - 1] = {
      offset: last.offset,
      size: end - last.offset,
      field: { ...last.field, name },
    };
  }
  return drawn;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
