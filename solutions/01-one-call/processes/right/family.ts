import type { TraceEvent } from 'workshop/trace';

/** Grows the family from the first process: a parent's call names each child. */
export function processes(trace: readonly TraceEvent[]): number {
  let count = 0;
  for (const event of trace) {
    if (event.kind !== 'syscall' || !/^(clone3?|v?fork)$/.test(event.name)) continue;
    if (event.result === undefined || event.result.errno !== undefined) continue;
    if (/\bCLONE_THREAD\b/.test(event.args.join(' '))) continue;
    count += 1;
  }
  return count;
}
