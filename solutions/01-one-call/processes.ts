import type { TraceEvent } from 'workshop/trace';

/** Counts the births that succeeded and did not ask for a thread. */
export function processes(trace: readonly TraceEvent[]): number {
  return trace.filter(
    (event) =>
      event.kind === 'syscall' &&
      /^(clone3?|v?fork)$/.test(event.name) &&
      !event.args.some((argument) => argument.includes('CLONE_THREAD')) &&
      Number(event.result?.value) > 0,
  ).length;
}
