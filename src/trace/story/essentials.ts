import type { SyscallEvent, Trace, TraceEvent } from '../events.ts';
import { cloneFlags, isBirthCall, isProcessBirth } from './births.ts';
import { isExec } from './execs.ts';

/** The few events that tell the story of a command: processes asked for, execve and its PATH probes, deaths, children reaped. */
export function essentials(trace: Pick<Trace, 'events' | 'root'>): readonly TraceEvent[] {
  const leaders = new Set([trace.root, ...trace.events.filter(isProcessBirth).map(childOf)]);
  return trace.events.filter((event) => {
    if (event.kind === 'killed' || event.kind === 'superseded') return true;
    if (event.kind === 'exit') return leaders.has(event.pid);
    return asksForProcess(event) || isExec(event) || isReaping(event);
  });
}

/** True for a wait4 or waitid that brought back an ended child. */
export function isReaping(event: TraceEvent): event is SyscallEvent {
  if (event.kind !== 'syscall') return false;
  if (event.name === 'wait4') return (event.result?.value ?? 0) > 0;
  return (
    event.name === 'waitid' && event.result?.value === 0 && /si_pid=[1-9]/.test(event.args[2] ?? '')
  );
}

/** The system calls of these names, of all names when none is given. */
export function calls(trace: Trace, ...names: readonly string[]): readonly SyscallEvent[] {
  return trace.events.filter(
    (event): event is SyscallEvent =>
      event.kind === 'syscall' && (names.length === 0 || names.includes(event.name)),
  );
}

/** Refused clones belong to the story as much as refused execves. */
function asksForProcess(event: TraceEvent): boolean {
  return isBirthCall(event) && !cloneFlags(event).includes('CLONE_THREAD');
}

function childOf(call: SyscallEvent): number {
  return call.result?.value ?? 0;
}
