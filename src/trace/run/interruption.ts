import { setImmediate } from 'node:timers/promises';
import { onSignal } from './on-signal.ts';

/** Hears, until it is disposed, whether a signal has asked this process to end; what the signal does by itself waits until then. */
export class Interruption implements Disposable {
  readonly #over = Promise.withResolvers<void>();
  readonly #listening = onSignal(() => {
    this.#came = true;
    return this.#over.promise;
  });
  #came = false;

  /** True when a signal has come up to now. */
  async came(): Promise<boolean> {
    // Node hears of signals between timers and immediates.
    await setImmediate();
    return this.#came;
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]();
    this.#over.resolve();
  }
}
