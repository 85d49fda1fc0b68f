import type { Data } from 'plotly.js';
import { palette } from '../../display/index.ts';
import type { Lane } from './lanes.ts';

/** A faint line through each lane for as long as its thread lived. */
export function lives(shown: readonly Lane[], origin: number, length: number): Data[] {
  const from = shown.map(({ task }) => Math.max(0, ((task.born ?? origin) - origin) * 1000));
  const to = shown.map(({ task }) =>
    task.ended === undefined ? length : (task.ended - origin) * 1000,
  );
  return [
    {
      type: 'bar',
      orientation: 'h',
      name: 'alive',
      y: shown.map((lane) => lane.label),
      base: from,
      x: to.map((end, i) => end - (from[i] ?? 0)),
      width: 0.06,
      hoverinfo: 'skip',
      marker: { color: palette.grey },
      opacity: 0.35,
      legendrank: 1100,
    },
  ];
}

/** A dotted line from a parent's lane down to its child's, at the moment of the call. */
export function births(shown: readonly Lane[], origin: number): Data[] {
  const labelOf = new Map(shown.map(({ label, task }) => [task.pid, label]));
  const pairs = shown.flatMap(({ label, task: { parent, born } }) => {
    const from = parent === undefined ? undefined : labelOf.get(parent);
    return from === undefined || born === undefined ? [] : [{ from, to: label, born }];
  });
  if (pairs.length === 0) return [];
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: 'birth',
      x: pairs.flatMap(({ born }) => [(born - origin) * 1000, (born - origin) * 1000, null]),
      y: pairs.flatMap(({ from, to }) => [from, to, null]),
      hoverinfo: 'skip',
      line: { color: palette.grey, width: 1, dash: 'dot' },
    },
  ];
}
