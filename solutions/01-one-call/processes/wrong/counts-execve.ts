import type { TraceEvent } from 'workshop/trace';

export function processes(trace: readonly TraceEvent[]): number {
  const started = trace.filter(
    (event) => event.kind === 'syscall' && event.name === 'execve' && event.result?.value === 0,
  );
  return started.length - 1;
}
