import { Worker } from 'node:worker_threads';
import type { Header } from '../wire/message.ts';
import type { FromBeside, Start, Task } from './link.ts';
import { Handled, type Shared } from './shared.ts';

// A barrier gives up after this long: better a line out of order than a kernel that stands still.
const BARRIER_MS = 5000;

/** What the first thread does when the second reports. */
export type Reports = {
  interrupted(cell: number): void;
  end(code: number): void;
};

/** The first thread's side of the thread that reads, broadcasts and listens beside it. */
export class SecondThread {
  #worker: Worker;
  #shared: Shared;
  #sent = 0;
  #counted: ((interrupts: number) => void)[] = [];
  #closed: (() => void) | undefined;
  /** Resolves once its sockets are bound; rejects when one cannot be. */
  readonly ready: Promise<void>;

  constructor(start: Start, reports: Reports) {
    this.#shared = start.shared;
    this.#worker = new Worker(new URL('thread.ts', import.meta.url), {
      workerData: start,
      execArgv: [],
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    this.#worker.on('error', reject);
    this.#worker.on('message', (message: FromBeside) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'failed') reject(new Error(message.message));
      if (message.kind === 'counted') this.#counted.shift()?.(message.interrupts);
      if (message.kind === 'interrupted') reports.interrupted(message.cell);
      if (message.kind === 'end') reports.end(message.code);
      if (message.kind === 'closed') this.#closed?.();
    });
  }

  /** Broadcasts a finished message after everything that was written before. */
  publish(frames: (string | Uint8Array)[]): void {
    this.#post({ kind: 'publish', frames });
  }

  /** Gives all further output to the cell of this request. */
  begin(parent: Header): void {
    this.#post({ kind: 'begin', parent });
  }

  /** How many interrupts have come until now, those still on their way to the thread included. */
  countInterrupts(): Promise<number> {
    return new Promise((resolve) => {
      this.#counted.push(resolve);
      this.#post({ kind: 'count' });
    });
  }

  /** True when every message has been dealt with. */
  get settled(): boolean {
    return Atomics.load(this.#shared, Handled) === this.#sent;
  }

  /** Stands still until the thread has dealt with every message and read what the pipes held. */
  barrier(): void {
    this.#post({ kind: 'barrier' });
    for (;;) {
      const handled = Atomics.load(this.#shared, Handled);
      if (handled === this.#sent) return;
      if (Atomics.wait(this.#shared, Handled, handled, BARRIER_MS) === 'timed-out') return;
    }
  }

  /** Sends what is left, closes the sockets. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#closed = resolve;
      this.#post({ kind: 'close' });
    });
  }

  #post(message: Task): void {
    this.#sent = (this.#sent + 1) | 0;
    // An interrupt may fall between these two lines; the next number makes up for one never sent.
    this.#worker.postMessage({ ...message, number: this.#sent });
  }
}
