import type { TraceEvent } from 'workshop/trace';

export function processes(trace: readonly TraceEvent[]): number {
  return new Set(trace.map((event) => event.pid)).size;
}
