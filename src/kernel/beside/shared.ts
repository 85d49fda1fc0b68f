/**
 * What the two threads share without messages. `Handled`: the number of
 * the last message that the second thread has dealt with.
 * `Interrupts`: SIGINTs it has counted. `Answered`: how many of them the first thread has seen.
 * `Running`: the number of the cell that runs, 0 between cells.
 */
export const Handled = 0;
export const Interrupts = 1;
export const Answered = 2;
export const Running = 3;
const WORDS = 4;

export type Shared = Int32Array<SharedArrayBuffer>;

/** Fresh shared words, all zero. */
export function createShared(): Shared {
  return new Int32Array(new SharedArrayBuffer(WORDS * Int32Array.BYTES_PER_ELEMENT));
}
