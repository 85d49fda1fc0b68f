import { type Bundle, figureBundle, palette, show } from '../display/index.ts';
import type { ClockEntry } from './clock-entries.ts';

/** Returns milliseconds as a reader says them: `31 ms`, `2.4 s`. */
export const duration = (ms: number): string => {
  if (ms >= 1000) return `${Number((ms / 1000).toPrecision(2))} s`;
  return `${Number(ms.toPrecision(2))} ms`;
};

const TICKS = [1, 10, 100, 1000, 10_000, 100_000];

const finding = (sorted: readonly ClockEntry[]): string => {
  const [quick, slow] = [sorted.at(0), sorted.at(-1)];
  if (!quick || !slow) return 'Nothing has been timed yet';
  if (quick === slow) return `A thousand letters, ${quick.route}: ${duration(quick.ms)}`;
  const times = Number((slow.ms / quick.ms).toPrecision(2));
  return `A thousand letters, ${quick.route}: ${duration(quick.ms)}; ${slow.route}: ${times} times as long`;
};

const describe = ({ route, ms, measured }: ClockEntry): string =>
  `${route}: ${duration(ms)}${measured < 1000 ? ` (scaled from ${measured} letters)` : ''}`;

/** Returns the chart of every route timed so far, the quickest on top. */
export const clockBundle = (entries: readonly ClockEntry[]): Bundle => {
  const sorted = [...entries].sort((a, b) => a.ms - b.ms);
  const machines = [...new Set(entries.map((entry) => entry.machine))];
  return figureBundle({
    title: finding(sorted),
    alt: `One point for each route, at its time for a thousand letters. ${sorted.map(describe).join('. ')}.`,
    // Points and not bars: on a scale of powers of ten a bar's length says nothing.
    x: {
      label: 'time for a thousand letters',
      unit: null,
      type: 'log',
      tickvals: TICKS,
      ticktext: TICKS.map(duration),
      range: [0, Math.log10(Math.max(1000, ...sorted.map(({ ms }) => ms))) + 1],
    },
    y: { label: 'route', unit: null, autorange: 'reversed', type: 'category' },
    data: [
      {
        type: 'scatter',
        mode: 'text+markers',
        y: sorted.map(({ lesson, route }) => `${lesson.slice(0, 2)} ${route}`),
        x: sorted.map(({ ms }) => ms),
        text: sorted.map(({ ms, measured }) => duration(ms) + (measured < 1000 ? ', scaled' : '')),
        textposition: 'middle right',
        marker: { color: palette.blue, size: 12 },
      },
    ],
    layout: { height: 140 + 40 * sorted.length, showlegend: false },
    rows: {
      columns: ['lesson', 'route', { label: 'a thousand letters', unit: 'ms' }, 'letters measured'],
      rows: sorted.map(({ lesson, route, ms, measured }) => [lesson, route, ms, measured]),
    },
    note: machines.join(' | '),
  });
};

/** Draws the chart of every route timed so far. */
export const drawClock = (entries: readonly ClockEntry[]): void => show(clockBundle(entries));
