/**
 * Makes stdout and stderr of this process wait for their reader. Node switches a pipe to non-blocking when it opens its
 * stream, and then `writeSync(1, …)` fails with EAGAIN once the pipe is full: no learner's mistake.
 */
export function blockingOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const { _handle: handle }: { _handle?: { setBlocking?(on: boolean): void } } = stream as object;
    handle?.setBlocking?.(true);
  }
}
