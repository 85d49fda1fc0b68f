import type { NotUnderstood, SyscallEvent, TraceEvent } from '../events.ts';
import { readCall, readHead } from './call.ts';
import { readNotice } from './notice.ts';

const LINE = /^(?:\[pid +(\d+)\] |(\d+)(?:<[^>]*>)? +)?(\d{6,}\.\d+) /;
const UNFINISHED = ' <unfinished ...>';
const RESUMED = /^<\.\.\. (\S+) resumed>/;

interface Pending {
  readonly text: string;
  readonly pid: number;
  readonly time: number;
  readonly line: number;
}

/** What the parser hands on: events as they complete, and lines that it could not read. */
export interface Sink {
  event(event: TraceEvent): void;
  notUnderstood(line: NotUnderstood): void;
}

/** Reads a trace line by line; every line ends in an event, in a call still open, or in `notUnderstood`. */
export class Parser {
  readonly #pending = new Map<number, Pending>();
  readonly #sink: Sink;
  #line = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Takes one line without its newline; empty lines are passed over. */
  push(raw: string): void {
    this.#line++;
    if (raw === '') return;
    const head = LINE.exec(raw);
    if (head === null || !this.#read(head, raw.slice(head[0].length))) this.#refuse(raw);
  }

  /** Call once at the end: calls still open become events without a result. */
  end(): void {
    for (const pending of this.#pending.values()) this.#abandon(pending);
    this.#pending.clear();
  }

  #read(head: RegExpExecArray, rest: string): boolean {
    const pid = Number(head[1] ?? head[2] ?? 0);
    const at = { pid, time: Number(head[3]), line: this.#line };
    const first = rest.charCodeAt(0);
    if (first === 43 || first === 45) return this.#notice(at, rest);
    if (first !== 60) return this.#call(at, rest);
    const resumed = RESUMED.exec(rest);
    if (resumed === null) return this.#notice(at, rest);
    const pending = this.#pending.get(pid);
    if (pending === undefined || !pending.text.startsWith(`${resumed[1]}(`)) return false;
    this.#pending.delete(pid);
    if (!this.#call(pending, pending.text + rest.slice(resumed[0].length), pid)) {
      this.#sink.notUnderstood({ line: pending.line, text: pending.text + UNFINISHED });
      return false;
    }
    return true;
  }

  #call(at: Omit<Pending, 'text'>, text: string, under: number = at.pid): boolean {
    const { pid, time, line } = at;
    if (text.endsWith(UNFINISHED)) {
      this.#pending.set(under, { pid, time, line, text: text.slice(0, -UNFINISHED.length) });
      return true;
    }
    const call = readCall(text);
    if (call === undefined) return false;
    this.#sink.event({ kind: 'syscall', pid, time, line, ...call } satisfies SyscallEvent);
    return true;
  }

  #notice(at: Omit<Pending, 'text'>, text: string): boolean {
    const notice = readNotice(text);
    if (notice === undefined) return false;
    if (notice.kind === 'superseded') this.#supersede(at.pid, notice.by);
    else if (notice.kind === 'exit' || notice.kind === 'killed') this.#close(at.pid);
    this.#sink.event({ ...at, ...notice });
    return true;
  }

  /** The execve that thread `by` began will be resumed under the leader's id; the leader's own call is lost. */
  #supersede(leader: number, by: number): void {
    this.#close(leader);
    const execve = this.#pending.get(by);
    if (execve === undefined) return;
    this.#pending.delete(by);
    this.#pending.set(leader, execve);
  }

  #close(pid: number): void {
    const pending = this.#pending.get(pid);
    if (pending === undefined) return;
    this.#pending.delete(pid);
    this.#abandon(pending);
  }

  #abandon({ text, ...at }: Pending): void {
    const call = readHead(text);
    if (call === undefined) this.#sink.notUnderstood({ line: at.line, text: text + UNFINISHED });
    else this.#sink.event({ kind: 'syscall', ...at, ...call });
  }

  #refuse(text: string): void {
    this.#sink.notUnderstood({ line: this.#line, text });
  }
}
