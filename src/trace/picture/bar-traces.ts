import type { Data } from 'plotly.js';
import { escapeHtml } from '../../display/index.ts';
import { type Family, families } from '../story/families.ts';
import type { Bar } from './bars.ts';
import { FAMILY_COLOURS } from './colours.ts';

const DOING = 0.7;
const WAITING = 0.22;

/** One Plotly trace for each family of calls that occurs, and one for all waiting: thin bars in the colours of their families. */
export function barTraces(bars: readonly Bar[]): Data[] {
  const waits = bars.filter((bar) => bar.waiting);
  const works = families.flatMap((family) => {
    const of = bars.filter((bar) => bar.family === family && !bar.waiting);
    return of.length === 0 ? [] : [trace(family, of, DOING)];
  });
  return waits.length === 0 ? works : [...works, trace('waiting (thin)', waits, WAITING)];
}

function trace(name: Family | 'waiting (thin)', bars: readonly Bar[], width: number): Data {
  const colours = bars.map((bar) => FAMILY_COLOURS[bar.family]);
  const colour = name === 'waiting (thin)' ? colours : colours[0];
  return {
    type: 'bar',
    orientation: 'h',
    name,
    y: bars.map((bar) => bar.lane),
    base: bars.map((bar) => toMicroseconds(bar.start)),
    x: bars.map((bar) => toMicroseconds(bar.end - bar.start)),
    width,
    hovertext: bars.map(hover),
    hoverinfo: 'text',
    opacity: width === WAITING ? 0.6 : 1,
    // The outline keeps a call of a few microseconds visible: one pixel, whatever the scale.
    marker: {
      color: colour,
      line: { color: colour, width: 1 },
      ...(name === 'other' && { pattern: { shape: '/' } }),
    },
  };
}

function hover(bar: Bar): string {
  const took = `took ${(bar.end - bar.start).toFixed(3)} ms${bar.waiting ? ', waiting' : ''}`;
  return `${bar.start.toFixed(3)} ms, ${took}<br>${escapeHtml(bar.text)}`;
}

/** strace measures in microseconds; more digits would be the noise of arithmetic. */
function toMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
