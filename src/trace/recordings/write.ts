import type { Trace, TraceEvent } from '../events.ts';
import { writeHeader } from './header.ts';

/** Writes a trace as text that reads back as the same events, one line each. */
export function writeTrace(trace: Trace): string {
  return [writeHeader(trace), ...trace.events.map(writeEvent), ''].join('\n');
}

function writeEvent(event: TraceEvent): string {
  return `${event.pid} ${event.time.toFixed(6)} ${writeWhat(event)}`;
}

function writeWhat(event: TraceEvent): string {
  switch (event.kind) {
    case 'syscall': {
      const { name, args, result, duration } = event;
      const took = duration === undefined ? '' : ` <${duration.toFixed(6)}>`;
      return result === undefined
        ? `${name}(${args.join(', ')} <unfinished ...>) = ?`
        : `${name}(${args.join(', ')}) = ${result.text}${took}`;
    }
    case 'signal':
      return `--- ${event.signal}${event.info === '' ? '' : ` ${event.info}`} ---`;
    case 'stopped':
      return `--- stopped by ${event.signal} ---`;
    case 'exit':
      return `+++ exited with ${event.code} +++`;
    case 'killed':
      return `+++ killed by ${event.signal}${event.coreDumped ? ' (core dumped)' : ''} +++`;
    case 'superseded':
      return `+++ superseded by execve in pid ${event.by} +++`;
    case 'detached':
      return '<detached ...>';
  }
}
