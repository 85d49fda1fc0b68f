import type { Result, Trace, TraceEvent } from '../events.ts';

/** An event as one line, as strace writes it, without pid and time; an error keeps its name and loses its explanation. */
export function eventText(event: TraceEvent): string {
  const [what, result] = parts(event);
  return what + result;
}

/** The same in at most `room` characters: the arguments are cut, the result is not. */
export function shortText(event: TraceEvent, room: number): string {
  const [what, result] = parts(event);
  const left = Math.max(8, room - result.length);
  return what.length <= left ? what + result : `${what.slice(0, left - 2)} …${result}`;
}

function parts(event: TraceEvent): [what: string, result: string] {
  switch (event.kind) {
    case 'syscall':
      return [`${event.name}(${event.args.join(', ')})`, ` = ${resultText(event.result)}`];
    case 'signal':
      return [`${event.signal} delivered ${event.info}`, ''];
    case 'stopped':
      return [`stopped by ${event.signal}`, ''];
    case 'exit':
      return [`exited with ${event.code}`, ''];
    case 'killed':
      return [`killed by ${event.signal}${event.coreDumped ? ' (core dumped)' : ''}`, ''];
    case 'superseded':
      return [`taken over by thread ${event.by}, which called execve`, ''];
    case 'detached':
      return ['strace let go of it', ''];
  }
}

function resultText(result: Result | undefined): string {
  if (result === undefined) return 'no return seen';
  if (result.errno === undefined || result.value === null) return result.text;
  return `-1 ${result.errno}${result.injected ? ' (injected)' : ''}`;
}

/** How {@link lines} writes; `width` counts characters, `limit` rows. */
export interface LinesOptions {
  readonly width?: number;
  readonly limit?: number;
}

/** The events as an aligned text table: milliseconds since the first, pid, the event, milliseconds it took. */
export function lines(
  trace: Trace | readonly TraceEvent[],
  { width = 110, limit = 1000 }: LinesOptions = {},
): string {
  const events = 'events' in trace ? trace.events : trace;
  const shown = events.slice(0, limit);
  const start = events[0]?.time ?? 0;
  const pidWidth = Math.max(3, ...shown.map((event) => String(event.pid).length));
  const room = Math.max(20, width - pidWidth - 20);
  const rows = shown.map((event) => [
    ((event.time - start) * 1000).toFixed(3).padStart(9),
    String(event.pid).padStart(pidWidth),
    shortText(event, room).padEnd(room),
    tookText(event).padStart(8),
  ]);
  const head = [
    'ms'.padStart(9),
    'pid'.padStart(pidWidth),
    'event'.padEnd(room),
    'took ms'.padStart(8),
  ];
  const rest = events.length - shown.length;
  return [head, ...rows]
    .map((cells) => cells.join(' ').trimEnd())
    .concat(rest > 0 ? [`(${rest} more)`] : [])
    .join('\n');
}

function tookText(event: TraceEvent): string {
  return event.kind === 'syscall' && event.duration !== undefined
    ? (event.duration * 1000).toFixed(3)
    : '';
}
