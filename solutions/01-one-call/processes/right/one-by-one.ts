import type { TraceEvent } from 'workshop/trace';

const BIRTHS = ['clone', 'clone3', 'fork', 'vfork'];

/** Goes through the trace event by event, and passes over whatever is no birth. */
export function processes(trace: readonly TraceEvent[]): number {
  let count = 0;
  for (const event of trace) {
    if (event.kind !== 'syscall' || !BIRTHS.includes(event.name)) continue;
    if (event.args.join(' ').includes('CLONE_THREAD')) continue;
    const pid = event.result?.value ?? null;
    if (pid !== null && pid !== -1) count += 1;
  }
  return count;
}
