import type { FigureSpec } from './figure-spec.ts';
import type { Cell, Column, TableSpec } from './table.ts';

const LIMIT = 24;

const toCell = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'string' || value === null
    ? value
    : value === undefined
      ? null
      : String(value);

const list = (trace: object, key: string): readonly unknown[] => {
  const value: unknown = Reflect.get(trace, key);
  if (Array.isArray(value)) return value;
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : [];
};

const nameOf = (trace: object): Cell => toCell(Reflect.get(trace, 'name'));

const rowsOf = (trace: object, withName: boolean, withBase: boolean): Cell[][] => {
  const [xs, ys, bases] = [list(trace, 'x'), list(trace, 'y'), list(trace, 'base')];
  const length = Math.max(xs.length, ys.length);
  return Array.from({ length }, (_, i) => [
    ...(withName ? [nameOf(trace)] : []),
    ...(withBase ? [toCell(bases[i])] : []),
    toCell(xs[i] ?? i),
    toCell(ys[i]),
  ]);
};

const label = ({ label: text, unit }: FigureSpec['x']): Column =>
  unit === null ? text : { label: text, unit };

/** Returns the points of a figure as table rows, cut at 24, so that it reads without its drawing. */
export const figureRows = (spec: FigureSpec): TableSpec => {
  const caption = spec.title;
  const withBase = spec.data.some((trace) => list(trace, 'base').length > 0);
  const withName = spec.data.length > 1 || spec.data.some((trace) => nameOf(trace) !== null);
  const all = spec.data.flatMap((trace) => rowsOf(trace, withName, withBase));
  const made = {
    columns: [
      ...(withName ? ['series'] : []),
      ...(withBase ? ['from'] : []),
      label(spec.x),
      label(spec.y),
    ],
    rows: all,
  };
  const { columns, rows } = spec.rows ?? made;
  const more = rows.length - LIMIT;
  return {
    caption,
    columns,
    rows: rows.slice(0, LIMIT),
    ...(more > 0 ? { note: `${more} more rows are not shown.` } : {}),
  };
};
