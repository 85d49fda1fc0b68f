import type { Header } from '../wire/message.ts';
import { describeThrown, type Failure } from './failure.ts';
import { inOwnTurn } from './turn.ts';

/** An execute_request as far as the kernel reads it. */
export type Request = {
  code: string;
  silent?: boolean;
  store_history?: boolean;
  stop_on_error?: boolean;
};

/** How a cell ended. */
export type Ending = 'completed' | Failure;

/** One run of a cell; `ended` resolves in a turn of its own. */
export class Cell {
  readonly number: number;
  readonly request: Request;
  readonly parent: Header;
  readonly ended: Promise<void>;
  /** While the compiler works the cell must not be cut off: its state would not survive. */
  compiling = true;
  interrupted = false;
  #failure: Failure | undefined;
  #resolve: () => void;

  constructor(number: number, request: Request, parent: Header) {
    this.number = number;
    this.request = request;
    this.parent = parent;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#resolve = resolve;
  }

  /** Starts the work in a turn of its own. */
  start(work: () => Promise<unknown>): void {
    inOwnTurn(() => {
      work().then(
        () => this.#end(),
        (thrown) => this.fail(describeThrown(thrown)),
      );
    });
  }

  /** Ends the cell with a failure; the first one counts, also when the work itself completed. */
  fail(failure: Failure): void {
    this.#failure ??= failure;
    this.#end();
  }

  /** How the cell has ended, once it has. */
  get ending(): Ending {
    return this.#failure ?? 'completed';
  }

  #end(): void {
    inOwnTurn(this.#resolve);
  }
}
