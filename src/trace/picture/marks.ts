import type { Data } from 'plotly.js';
import { escapeHtml, palette } from '../../display/index.ts';
import type { TraceEvent } from '../events.ts';
import { isExecFailure, isExecSuccess } from '../story/execs.ts';
import { shortText } from '../story/lines.ts';

/** A moment worth a mark: where, when in ms, and what it says. */
export interface Mark {
  readonly style: keyof typeof STYLES;
  readonly lane: string;
  readonly at: number;
  readonly text: string;
}

const STYLES = {
  exec: { name: 'a new program', symbol: 'triangle-right', size: 12 },
  'exec refused': { name: 'execve refused', symbol: 'x-thin-open', size: 8 },
  signal: { name: 'signal delivered', symbol: 'star-diamond', size: 10 },
  exit: { name: 'exit', symbol: 'square', size: 9 },
  killed: { name: 'killed', symbol: 'x', size: 10 },
} as const;

/** The mark of an event, where it deserves one. */
export function markOf(event: TraceEvent, lane: string, origin: number): Mark | undefined {
  const style = styleOf(event);
  if (style === undefined) return undefined;
  const took = event.kind === 'syscall' ? (event.duration ?? 0) : 0;
  const at = (event.time + took - origin) * 1000;
  return { style, lane, at, text: shortText(event, 100) };
}

function styleOf(event: TraceEvent): Mark['style'] | undefined {
  if (isExecSuccess(event)) return 'exec';
  if (isExecFailure(event)) return 'exec refused';
  if (event.kind === 'signal' || event.kind === 'stopped') return 'signal';
  if (event.kind === 'exit') return 'exit';
  if (event.kind === 'killed') return 'killed';
  return undefined;
}

/** One Plotly trace for each style of mark that occurs. */
export function markTraces(marks: readonly Mark[]): Data[] {
  return (Object.keys(STYLES) as Mark['style'][]).flatMap((style) => {
    const of = marks.filter((mark) => mark.style === style);
    if (of.length === 0) return [];
    const { name, symbol, size } = STYLES[style];
    return {
      type: 'scatter',
      mode: 'markers',
      name,
      x: of.map((mark) => mark.at),
      y: of.map((mark) => mark.lane),
      hovertext: of.map((mark) => `${mark.at.toFixed(3)} ms<br>${escapeHtml(mark.text)}`),
      hoverinfo: 'text',
      marker: { symbol, size, color: palette.grey, line: { width: 1, color: palette.grey } },
    } satisfies Data;
  });
}
