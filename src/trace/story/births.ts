import type { SyscallEvent, TraceEvent } from '../events.ts';

const BIRTHS = new Set(['clone', 'clone3', 'fork', 'vfork']);

/** True for a system call, of this name when one is given. */
export function isSyscall(event: TraceEvent, name?: string): event is SyscallEvent {
  return event.kind === 'syscall' && (name === undefined || event.name === name);
}

/** True for fork, vfork, clone and clone3, whether they succeeded or not. */
export function isBirthCall(event: TraceEvent): event is SyscallEvent {
  return event.kind === 'syscall' && BIRTHS.has(event.name);
}

/** The flags of a clone or clone3 call, the exit signal among them; empty for fork and vfork, which take none. */
export function cloneFlags(call: SyscallEvent): readonly string[] {
  const flags = /\bflags=([A-Z_0-9a-fx|]+)/.exec(call.args.join(', '));
  return flags?.[1]?.split('|') ?? [];
}

/** The id of the thread or process that this call created; undefined when it created none. */
export function born(event: TraceEvent): number | undefined {
  if (!isBirthCall(event)) return undefined;
  const value = event.result?.value ?? 0;
  return value > 0 ? value : undefined;
}

/** True for a call that created a process: it succeeded, and not with CLONE_THREAD. */
export function isProcessBirth(event: TraceEvent): event is SyscallEvent {
  return born(event) !== undefined && !asksForThread(event as SyscallEvent);
}

/** True for a call that created a thread of the same process. */
export function isThreadBirth(event: TraceEvent): event is SyscallEvent {
  return born(event) !== undefined && asksForThread(event as SyscallEvent);
}

function asksForThread(call: SyscallEvent): boolean {
  return cloneFlags(call).includes('CLONE_THREAD');
}
