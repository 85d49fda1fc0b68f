import { type FigureSpec, figure, notice } from '../../display/index.ts';
import type { Trace } from '../events.ts';
import { isSyscall } from '../story/births.ts';
import { barTraces } from './bar-traces.ts';
import { type Bar, barOf, merge } from './bars.ts';
import { describe, laneRows } from './describe.ts';
import { type Lane, lanes } from './lanes.ts';
import { births, lives } from './lifelines.ts';
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
  const small = [
    note,
    left > 0
      ? `${left} more ${left === 1 ? 'thread' : 'threads'} only slept or had no room`
      : undefined,
  ];
  const axes: Pick<FigureSpec, 'x' | 'y'> = {
    x: { label: 'time since the first call', unit: 'ms', range: [-length / 50, length * 1.02] },
    y: { label: 'process or · thread', unit: null },
  };
  // Plotly has no lanes for nothing, and refuses their settings then.
  if (shown.length === 0) return { title, alt: alt ?? 'The trace is empty.', ...axes, data: [] };
  return {
    title,
    alt: [alt, describe(trace, shown, length)].filter(Boolean).join(' '),
    x: axes.x,
    y: { ...axes.y, ...laneAxis(shown.map((lane) => lane.label)) },
    data: [
      ...lives(shown, origin, length),
      ...barTraces(drawn),
      ...births(shown, origin),
      ...markTraces(marks),
    ],
    layout: { barmode: 'overlay', height: 170 + LANE_HEIGHT * shown.length, hovermode: 'closest' },
    rows: laneRows(shown),
    ...(small.some(Boolean) && { note: small.filter(Boolean).join(' · ') }),
  };
}

/** Names in the order of the lanes, the first at the top. */
function laneAxis(labels: readonly string[]): Partial<FigureSpec['y']> {
  return {
    type: 'category',
    categoryorder: 'array',
    categoryarray: labels.toReversed(),
    range: [-0.6, labels.length - 0.4],
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
