import type { Cells } from './cells/cells.ts';
import { jupyter } from './tslab.ts';

/** A rich output: one result in several MIME types; with an id it can be updated in place. */
export type Bundle = {
  data: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  displayId?: string;
  update?: boolean;
};

/** Gives cells their rich output: ours under a symbol, and the `display` of stock tslab. */
export function offerDisplay(cells: Cells): void {
  const display = ({ data, metadata = {}, displayId, update = false }: Bundle) => {
    const transient = displayId === undefined ? {} : { display_id: displayId };
    const type = update ? 'update_display_data' : 'display_data';
    cells.broadcast(type, { data, metadata, transient });
  };
  Object.defineProperty(globalThis, Symbol.for('workshop.display'), { value: display });
  Object.assign(jupyter, {
    lastWriteDisplayData: (content: object, update: boolean) =>
      cells.broadcast(update ? 'update_display_data' : 'display_data', content),
  });
}
