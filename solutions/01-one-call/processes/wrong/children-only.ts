import type { TraceEvent } from 'workshop/trace';

export function processes(trace: readonly TraceEvent[]): number {
  const root = trace[0]?.pid;
  return trace.filter(
    (event) =>
      event.pid === root &&
      event.kind === 'syscall' &&
      ['clone', 'clone3', 'fork', 'vfork'].includes(event.name) &&
      !event.args.join().includes('CLONE_THREAD') &&
      (event.result?.value ?? 0) > 0,
  ).length;
}
