import { accessSync } from 'node:fs';
import type { SyscallEvent, Trace, TraceEvent } from '../events.ts';
import { pathOf } from '../story/descriptors.ts';

/** Leaves a failed `access` of this name in the trace (`faccessat` on arm64): a mark that strace sees the moment it is made. */
export function mark(name: string): void {
  try {
    accessSync(name);
  } catch {
    // It always fails: no such file exists, and the trace has the call all the same.
  }
}

/** What lies between two marks, without strace's own traces: Node asks after every child it has started, strace among them. */
export function between(trace: Trace, begin: string, end: string, stracePid: number): Trace {
  const first = trace.events.findIndex((event) => isMark(event, begin));
  const last = trace.events.findIndex((event) => isMark(event, end));
  const inside = trace.events.slice(first + 1, last < 0 ? undefined : last);
  return { ...trace, events: inside.filter((event) => !asksAfter(event, stracePid)) };
}

function isMark(event: TraceEvent, name: string): event is SyscallEvent {
  return event.kind === 'syscall' && /^f?access/.test(event.name) && pathOf(event) === name;
}

function asksAfter(event: TraceEvent, pid: number): boolean {
  return event.kind === 'syscall' && event.name === 'wait4' && event.args[0] === String(pid);
}
