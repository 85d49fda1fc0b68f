import type { CommandEnd, NotUnderstood, TraceEvent } from '../events.ts';
import { eachLine } from '../parse/file.ts';
import { Parser } from '../parse/parser.ts';
import { isBirthCall } from '../story/births.ts';
import { Counter, type Counts } from '../story/counts.ts';
import { endOf } from '../story/end.ts';
import { essentials, isReaping } from '../story/essentials.ts';
import { isExec } from '../story/execs.ts';
import { isHeader, readHeader } from './header.ts';

/** Each event kept holds on to the piece of the file it was read from. */
const MOST_KEPT = 1000;

/** A trace in short: counts of everything, the events that tell the story, and the first lines not understood. */
export interface Summary {
  readonly events: number;
  readonly counts: Counts;
  readonly notUnderstood: number;
  readonly firstNotUnderstood: readonly NotUnderstood[];
  /** At most the first thousand. */
  readonly essentials: readonly TraceEvent[];
  readonly end: CommandEnd;
}

/** Reads a trace of any size in one pass and little memory. */
export async function summarise(file: string): Promise<Summary> {
  const summary = new Summariser();
  await eachLine(file, (line) => summary.push(line));
  return summary.finish();
}

class Summariser {
  readonly #counter = new Counter();
  readonly #kept: TraceEvent[] = [];
  readonly #refused: NotUnderstood[] = [];
  readonly #ends = new Map<number, TraceEvent>();
  readonly #parser = new Parser({
    event: (event) => this.#take(event),
    notUnderstood: (line) => {
      this.#notUnderstood++;
      if (this.#refused.length < 5) this.#refused.push(line);
    },
  });
  #events = 0;
  #notUnderstood = 0;
  #root: number | undefined;
  #first: { pid: number; line: number } | undefined;

  push(line: string): void {
    if (isHeader(line)) this.#root = readHeader(line).root;
    else this.#parser.push(line);
  }

  finish(): Summary {
    this.#parser.end();
    const events = this.#kept.sort((a, b) => a.line - b.line);
    const root = this.#root ?? this.#first?.pid ?? 0;
    const last = this.#ends.get(root);
    return {
      events: this.#events,
      counts: this.#counter.counts(),
      notUnderstood: this.#notUnderstood,
      firstNotUnderstood: this.#refused,
      essentials: essentials({ events, root }),
      end: endOf({ events: last === undefined ? [] : [last], root }),
    };
  }

  #take(event: TraceEvent): void {
    if (this.#first === undefined || event.line < this.#first.line) {
      this.#first = { pid: event.pid, line: event.line };
    }
    if (event.kind === 'exit' || event.kind === 'killed') this.#ends.set(event.pid, event);
    this.#events++;
    this.#counter.add(event);
    if (this.#kept.length < MOST_KEPT && tells(event)) this.#kept.push(event);
  }
}

/** Births of threads are kept too: without them the end of a thread looks like the end of a process. */
function tells(event: TraceEvent): boolean {
  return event.kind !== 'syscall'
    ? event.kind !== 'signal'
    : isBirthCall(event) || isExec(event) || isReaping(event);
}
