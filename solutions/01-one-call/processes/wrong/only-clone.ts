import type { TraceEvent } from 'workshop/trace';

export function processes(trace: readonly TraceEvent[]): number {
  return trace.filter(
    (event) =>
      event.kind === 'syscall' &&
      event.name === 'clone' &&
      !event.args.join().includes('CLONE_THREAD') &&
      (event.result?.value ?? 0) > 0,
  ).length;
}
