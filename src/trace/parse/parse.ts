import type { NotUnderstood, Trace, TraceEvent } from '../events.ts';
import { Parser } from './parser.ts';

/** Parses the text that `strace -f -ttt -T -y` wrote. The root is the process of the first line. */
export function parse(text: string): Trace {
  const collector = new Collector();
  for (const line of text.split('\n')) collector.push(line);
  return collector.trace('recording');
}

/** Parses a trace line by line and keeps every event of it. */
export class Collector {
  readonly #events: TraceEvent[] = [];
  readonly #notUnderstood: NotUnderstood[] = [];
  readonly #parser = new Parser({
    event: (event) => this.#events.push(event),
    notUnderstood: (line) => this.#notUnderstood.push(line),
  });

  /** Takes one line without its newline. */
  push(line: string): void {
    this.#parser.push(line);
  }

  /** Ends the parsing; events come in the order in which they began. */
  trace(source: Trace['source'], known: Partial<Pick<Trace, 'root' | 'threads'>> = {}): Trace {
    this.#parser.end();
    const events = this.#events.sort((a, b) => a.line - b.line);
    return {
      events,
      notUnderstood: this.#notUnderstood.sort((a, b) => a.line - b.line),
      source,
      root: known.root ?? events[0]?.pid ?? 0,
      threads: known.threads ?? new Map(),
    };
  }
}
