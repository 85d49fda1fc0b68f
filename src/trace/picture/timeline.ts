import type { Data } from 'plotly.js';
import { type FigureSpec, figure, notice, palette } from '../../display/index.ts';
import type { Trace } from '../events.ts';
import { isSyscall } from '../story/births.ts';
import { barTraces } from './bar-traces.ts';
import { type Bar, barOf, merge } from './bars.ts';
import { describe, laneRows } from './describe.ts';
import { type Lane, lanes } from './lanes.ts';
import { type Mark, markOf, markTraces } from './marks.ts';

const MANY_BARS = 1500;
const SHORTEST_SHARE = 1 / 800;
const LANE_HEIGHT = 30;

/** What a timeline says about itself. */
export interface TimelineOptions {
  /** The finding, as a sentence. */
  readonly title: string;
  /** For those who cannot see the picture; a description of its lanes follows by itself. */
  readonly alt?: string;
  /** Small print, such as the machine. */
  readonly note?: string;
}

/** Draws the trace as swim lanes: a lane for each process and thread, a bar for each call (thin while it waits), marks for programs, signals and exits. */
export function timeline(trace: Trace, options: TimelineOptions): void {
  if (trace.notice !== undefined) notice(trace.notice);
  figure(timelineSpec(trace, options));
}

/** The same as a figure that is not yet shown. */
export function timelineSpec(trace: Trace, { title, alt, note }: TimelineOptions): FigureSpec {
  const { shown, left } = lanes(trace);
  const { origin, length } = extent(trace);
  const bars = shown.flatMap((lane) => barsOf(lane, origin, length));
  const drawn = bars.length > MANY_BARS ? merge(bars, length * SHORTEST_SHARE) : bars;
  const marks = shown.flatMap((lane) => marksOf(lane, origin));
  const labels = shown.map((lane) => lane.label);
  const notes = [note, left > 0 ? `${left} more threads only slept or had no room.` : undefined];
  return {
    title,
    alt: [alt, describe(trace, shown, length)].filter(Boolean).join(' '),
    x: { label: 'time since the first call', unit: 'ms', range: [-length / 50, length * 1.02] },
    y: {
      label: 'process or · thread',
      unit: null,
      type: 'category',
      categoryorder: 'array',
      categoryarray: labels.toReversed(),
      range: [-0.6, labels.length - 0.4],
    },
    data: [
      ...lives(shown, origin, length),
      ...barTraces(drawn),
      ...births(shown, origin),
      ...markTraces(marks),
    ],
    layout: { barmode: 'overlay', height: 170 + LANE_HEIGHT * labels.length, hovermode: 'closest' },
    rows: laneRows(shown),
    ...(notes.some(Boolean) && { note: notes.filter(Boolean).join(' ') }),
  };
}

/** Where the trace begins, in seconds since 1970, and how long it is, in ms. */
function extent({ events }: Trace): { origin: number; length: number } {
  let origin = events[0]?.time ?? 0;
  let end = origin;
  for (const event of events) {
    origin = Math.min(origin, event.time);
    end = Math.max(end, event.time);
  }
  return { origin, length: Math.max((end - origin) * 1000, 0.001) };
}

function barsOf({ label, task }: Lane, origin: number, length: number): Bar[] {
  const last = task.ended === undefined ? length : (task.ended - origin) * 1000;
  return task.events.filter((e) => isSyscall(e)).map((call) => barOf(call, label, origin, last));
}

function marksOf({ label, task }: Lane, origin: number): Mark[] {
  return task.events.flatMap((event) => markOf(event, label, origin) ?? []);
}

/** A faint line through each lane for as long as its thread lived. */
function lives(shown: readonly Lane[], origin: number, length: number): Data[] {
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
function births(shown: readonly Lane[], origin: number): Data[] {
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
