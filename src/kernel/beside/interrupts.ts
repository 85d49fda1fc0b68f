import { Session } from 'node:inspector';
import { Answered, Interrupts, Running, type Shared } from './shared.ts';

const DEAF_MS = 1500;

/** What a cell reads when an interrupt cannot reach it. */
export const DEAF_NOTICE =
  '[Interrupt: the cell is inside a native call or waits for a child that ignores SIGINT. ' +
  'It stops when that returns; to stop now, restart the kernel.]\n';

/** The name under which the first thread's answer to an interrupt is found. */
export const INTERRUPT_HOOK = 'workshop.kernel.interrupt';

/**
 * Counts interrupts and carries each into the first thread. The inspector runs the hook there even in
 * the middle of a loop; between turns or inside C it runs as soon as JavaScript does again.
 */
export class InterruptDelivery {
  #shared: Shared;
  #delivered: (cell: number) => void;
  #notice: (text: string) => void;
  #deaf: NodeJS.Timeout | undefined;

  constructor(shared: Shared, delivered: (cell: number) => void, notice: (text: string) => void) {
    this.#shared = shared;
    this.#delivered = delivered;
    this.#notice = notice;
  }

  /** A SIGINT has come. Between cells it does nothing. */
  count(): void {
    const number = Atomics.add(this.#shared, Interrupts, 1) + 1;
    const cell = Atomics.load(this.#shared, Running);
    if (cell === 0) return;
    clearTimeout(this.#deaf);
    this.#deaf = setTimeout(() => this.#reportDeaf(number, cell), DEAF_MS);
    const session = new Session();
    session.connectToMainThread();
    const expression = `globalThis[Symbol.for('${INTERRUPT_HOOK}')](${cell}, ${number})`;
    session.post('Runtime.evaluate', { expression }, () => {
      // A session that stays connected would hold up the end of the process.
      session.disconnect();
      this.#delivered(cell);
    });
  }

  #reportDeaf(number: number, cell: number): void {
    const answered = Atomics.load(this.#shared, Answered) >= number;
    if (!answered && Atomics.load(this.#shared, Running) === cell) this.#notice(DEAF_NOTICE);
  }
}
