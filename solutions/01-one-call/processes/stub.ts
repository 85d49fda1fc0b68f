import type { TraceEvent } from 'workshop/trace';

/**
 * Count the processes that were born while the trace was taken: not the programs that were started,
 * not the threads, not the attempts that failed.
 *
 *     const { events } = await traceCommand(['sh', '-c', '/bin/true; /bin/true; :']);
 *     processes(events)   // 2
 *
 * An event whose `kind` is 'syscall' has a `name`, its `args` as strace prints them, and a `result`
 * with a `value`; events of the kinds 'exit' and 'killed' say that the thread `pid` ended.
 *
 * Try it: `./workshop check processes`, or `await check('processes')` in the lesson.
 */
export function processes(trace: readonly TraceEvent[]): number {
  throw new Error('not written yet', { cause: trace });
}
