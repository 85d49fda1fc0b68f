import { figureBundle } from './figure.ts';
import type { FigureSpec } from './figure-spec.ts';
import { ON_COLOUR, palette } from './palette.ts';
import { type Bundle, show } from './show.ts';
import { cellText } from './table.ts';

export type BarsSpec = Pick<FigureSpec, 'title' | 'note'> & {
  /** What is compared, such as `program`; it has no unit. */
  of: string;
  /** What the bars measure, and in which unit; null for a count. */
  measure: { label: string; unit: string | null };
  /** One bar for each name, in this order from the top. */
  values: Readonly<Record<string, number>>;
};

/** Returns a figure that compares one quantity between a few names; its text alternative lists them. */
export const barsBundle = ({ title, note, of, measure, values }: BarsSpec): Bundle => {
  const [names, numbers] = [Object.keys(values), Object.values(values)];
  const unit = measure.unit === null ? '' : ` ${measure.unit}`;
  const said = names.map((name, i) => `${name} ${cellText(numbers[i])}${unit}`);
  return figureBundle({
    title,
    alt: `One bar for each ${of}, by ${measure.label}: ${said.join('; ')}.`,
    x: { ...measure, rangemode: 'tozero' },
    y: { label: of, unit: null, type: 'category', autorange: 'reversed' },
    data: [
      {
        type: 'bar',
        orientation: 'h',
        y: names,
        x: numbers,
        text: numbers.map(cellText),
        insidetextfont: { color: ON_COLOUR },
        marker: { color: palette.blue },
      },
    ],
    layout: { height: 110 + 36 * names.length, showlegend: false },
    rows: {
      columns: [of, measure.unit === null ? measure.label : { ...measure, unit: measure.unit }],
      rows: names.map((name, i) => [name, numbers[i]]),
    },
    note,
  });
};

/** Shows one quantity compared between a few names. */
export const bars = (spec: BarsSpec): void => show(barsBundle(spec));
