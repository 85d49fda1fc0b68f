import type { SyscallEvent } from '../events.ts';
import { type Family, familyOf } from '../story/families.ts';
import { shortText } from '../story/lines.ts';
import { isWaiting } from '../story/waiting.ts';

const HOVER_WIDTH = 100;

/** One bar of the picture: one call, or several close together; times in milliseconds since the picture's start. */
export interface Bar {
  readonly lane: string;
  readonly family: Family;
  readonly waiting: boolean;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The bar of a call; one whose return the trace does not show lasts to `end`. */
export function barOf(call: SyscallEvent, lane: string, origin: number, end: number): Bar {
  const start = (call.time - origin) * 1000;
  const lasted = call.duration !== undefined || call.result !== undefined;
  return {
    lane,
    family: familyOf(call.name),
    waiting: isWaiting(call),
    start,
    end: lasted ? start + (call.duration ?? 0) * 1000 : Math.max(start, end),
    text: shortText(call, HOVER_WIDTH),
  };
}

/** Joins calls of one lane and family that lie closer together than `gap` ms, so that a long trace stays light to draw. Waiting calls keep their own bars. */
export function merge(bars: readonly Bar[], gap: number): Bar[] {
  const merged: Bar[] = [];
  let group: Bar[] = [];
  const flush = () => {
    const [first] = group;
    if (first !== undefined) merged.push(group.length === 1 ? first : joined(first, group));
    group = [];
  };
  for (const bar of bars) {
    const last = group.at(-1);
    if (last === undefined || !belongs(last, bar, gap)) flush();
    group.push(bar);
  }
  flush();
  return merged;
}

function belongs(last: Bar, bar: Bar, gap: number): boolean {
  return (
    !last.waiting &&
    !bar.waiting &&
    last.lane === bar.lane &&
    last.family === bar.family &&
    bar.start - last.end < gap
  );
}

function joined(first: Bar, group: readonly Bar[]): Bar {
  const tally = new Map<string, number>();
  for (const { text } of group) {
    const name = text.slice(0, text.indexOf('('));
    tally.set(name, (tally.get(name) ?? 0) + 1);
  }
  const names = [...tally].map(([name, n]) => (n === 1 ? name : `${n} ${name}`)).join(', ');
  const end = Math.max(...group.map((bar) => bar.end));
  return { ...first, end, text: `${group.length} calls: ${names}` };
}
