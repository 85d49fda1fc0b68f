import type { Data, Layout, LayoutAxis } from 'plotly.js';
import type { TableSpec } from './table.ts';

/** An axis says what it measures and in which unit; `null` states that it has none (a count, a name). */
export type Axis = { label: string; unit: string | null } & Partial<Omit<LayoutAxis, 'title'>>;

export type FigureSpec = {
  /** The finding, as a sentence: what the reader should see in the figure. */
  title: string;
  /** What someone who cannot see the figure needs to know: its shape and its main values. */
  alt: string;
  x: Axis;
  y: Axis;
  /** Plotly traces of the cartesian bundle; colours from `palette`. */
  data: readonly Data[];
  /** Anything else of Plotly's layout: bar mode, shapes, annotations, height. */
  layout?: Partial<Omit<Layout, 'title' | 'xaxis' | 'yaxis' | 'template'>>;
  /** The rows of the data table under the figure; by default made from the traces. */
  rows?: Pick<TableSpec, 'columns' | 'rows'>;
  /** Small print under the figure, such as the machine it was measured on. */
  note?: string;
};
