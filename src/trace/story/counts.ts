import type { SyscallEvent, Trace, TraceEvent } from '../events.ts';
import { type Family, familyOf } from './families.ts';
import { isWaiting } from './waiting.ts';

/** How often, how often in vain, and for how long. `seconds` is the time between entry and return, tracing included; `waiting` the part of it spent asleep. */
export interface Count {
  readonly name: string;
  readonly calls: number;
  readonly errors: number;
  readonly seconds: number;
  readonly waiting: number;
}

/** The counts of a trace; the busiest names and families come first. */
export interface Counts {
  readonly calls: number;
  readonly byName: readonly (Count & { readonly family: Family })[];
  readonly byFamily: readonly Count[];
  /** Events of each kind: `syscall`, `signal`, `exit` … */
  readonly byKind: Readonly<Partial<Record<TraceEvent['kind'], number>>>;
}

/** Counts the events of a trace, or of any selection of its events. */
export function counts(trace: Trace | readonly TraceEvent[]): Counts {
  const counter = new Counter();
  for (const event of 'events' in trace ? trace.events : trace) counter.add(event);
  return counter.counts();
}

/** Counts events one by one and keeps none of them, for traces larger than memory. */
export class Counter {
  readonly #names = new Map<string, Sum>();
  readonly #families = new Map<string, Sum>();
  readonly #kinds: Partial<Record<TraceEvent['kind'], number>> = {};
  #calls = 0;

  /** Counts one event. */
  add(event: TraceEvent): void {
    this.#kinds[event.kind] = (this.#kinds[event.kind] ?? 0) + 1;
    if (event.kind !== 'syscall') return;
    this.#calls++;
    sumOf(this.#names, event.name).add(event);
    sumOf(this.#families, familyOf(event.name)).add(event);
  }

  /** What has been counted so far. */
  counts(): Counts {
    return {
      calls: this.#calls,
      byName: sorted(this.#names).map((count) => ({ ...count, family: familyOf(count.name) })),
      byFamily: sorted(this.#families),
      byKind: { ...this.#kinds },
    };
  }
}

/** Adds in whole microseconds, strace's own unit, so that the order of the events makes no difference. */
class Sum {
  #calls = 0;
  #errors = 0;
  #microseconds = 0;
  #waiting = 0;

  add(call: SyscallEvent): void {
    this.#calls++;
    if (call.result?.errno !== undefined) this.#errors++;
    const microseconds = Math.round((call.duration ?? 0) * 1e6);
    this.#microseconds += microseconds;
    if (isWaiting(call)) this.#waiting += microseconds;
  }

  count(name: string): Count {
    return {
      name,
      calls: this.#calls,
      errors: this.#errors,
      seconds: this.#microseconds / 1e6,
      waiting: this.#waiting / 1e6,
    };
  }
}

function sumOf(sums: Map<string, Sum>, name: string): Sum {
  const sum = sums.get(name) ?? new Sum();
  sums.set(name, sum);
  return sum;
}

function sorted(sums: ReadonlyMap<string, Sum>): Count[] {
  return [...sums]
    .map(([name, sum]) => sum.count(name))
    .sort((a, b) => b.calls - a.calls || a.name.localeCompare(b.name));
}
