import { createHash } from 'node:crypto';
import type { Cell } from './schema.ts';

const VALID = /^[a-zA-Z0-9-_]{1,64}$/;

/** An id that follows from what the cell says, so that two people who write it get the same. */
function derivedId(cell: Cell, taken: ReadonlySet<string>): string {
  for (let copy = 0; ; copy++) {
    const hash = createHash('sha256').update(`${cell.cell_type}\n${cell.source}\n${copy}`);
    const id = hash.digest('hex').slice(0, 8);
    if (!taken.has(id)) return id;
  }
}

/** The cells, each with a valid id of its own: kept where it has one, else derived from its content. */
export function withIds(cells: readonly Cell[]): Cell[] {
  const taken = new Set<string>();
  const kept = cells.map((cell) => {
    const keep = cell.id !== undefined && VALID.test(cell.id) && !taken.has(cell.id);
    if (keep && cell.id) taken.add(cell.id);
    return keep;
  });
  return cells.map((cell, i) => {
    if (kept[i]) return cell;
    const id = derivedId(cell, taken);
    taken.add(id);
    return { ...cell, id };
  });
}
