import type { TraceEvent } from 'workshop/trace';

/** Everything ends: counts the ends, less those of threads, less that of the process which was traced. */
export function processes(trace: readonly TraceEvent[]): number {
  const ended = new Set<number>();
  const threads = new Set<number>();
  for (const event of trace) {
    if (event.kind === 'exit' || event.kind === 'killed') ended.add(event.pid);
    if (event.kind === 'syscall' && event.args.join().includes('CLONE_THREAD')) {
      threads.add(event.result?.value ?? 0);
    }
  }
  return ended.difference(threads).size - 1;
}
