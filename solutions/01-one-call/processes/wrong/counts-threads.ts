import type { TraceEvent } from 'workshop/trace';

export function processes(trace: readonly TraceEvent[]): number {
  return trace.filter(
    (event) =>
      event.kind === 'syscall' &&
      ['clone', 'clone3', 'fork', 'vfork'].includes(event.name) &&
      (event.result?.value ?? 0) > 0,
  ).length;
}
