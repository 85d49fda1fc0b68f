import type { TraceEvent } from 'workshop/trace';

const BIRTHS = ['clone', 'clone3', 'fork', 'vfork'];

/** Counts the births that succeeded and did not ask for a thread. */
export function processes(trace: readonly TraceEvent[]): number {
  return trace.filter(
    (event) =>
      event.kind === 'syscall' &&
      BIRTHS.includes(event.name) &&
      !event.args.some((argument) => argument.includes('CLONE_THREAD')) &&
      (event.result?.value ?? 0) > 0,
  ).length;
}
