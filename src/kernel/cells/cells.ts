import { setTimeout as wait } from 'node:timers/promises';
import type { Converter } from 'tslab/dist/converter.js';
import type { createExecutor as CreateExecutor, Executor } from 'tslab/dist/executor.js';
import type { SecondThread } from '../beside/second-thread.ts';
import { Running, type Shared } from '../beside/shared.ts';
import type { Header } from '../wire/message.ts';
import { Cell, type Ending, type Request } from './cell.ts';
import { reportingConverter } from './converter.ts';
import { describeThrown, describeTypeErrors, type Failure, INTERRUPTED } from './failure.ts';

/** The content of an execute_reply. */
export type Reply = {
  status: 'ok' | 'error' | 'aborted';
  execution_count: number;
} & Partial<Failure>;

/** Broadcasts a message that belongs to one request. */
export type Broadcast = (type: string, content: object) => void;

type Waiting = {
  request: Request;
  parent: Header;
  broadcast: Broadcast;
  answer(reply: Reply): void;
};

/** Runs cells one after the other; after an error those that already wait are answered "aborted". */
export class Cells {
  running: Cell | undefined;
  readonly executor: Executor;
  /** The latest cell's way to broadcast, for what arrives after its end. */
  broadcast: Broadcast = () => {};
  #count = 0;
  #number = 0;
  #waiting: Waiting[] = [];
  #busy = false;
  #resting: (() => void)[] = [];
  #beside: SecondThread;
  #shared: Shared;

  constructor(
    converter: Converter,
    createExecutor: typeof CreateExecutor,
    beside: SecondThread,
    shared: Shared,
  ) {
    this.#beside = beside;
    this.#shared = shared;
    const reporting = reportingConverter(converter, (errors) => {
      const code = this.running?.request.code ?? '';
      this.running?.fail(describeTypeErrors(code, errors));
    });
    const converters = { node: reporting, browser: reporting, close: () => converter.close() };
    this.executor = createExecutor(process.cwd(), converters, {
      log: (value) => console.log(value),
      // With more than one argument it is an error of the compiler, which was reported above.
      error: (thrown, ...details) => {
        if (details.length === 0) this.fail(thrown);
      },
    });
  }

  /** Queues a cell; resolves with its reply. */
  add(request: Request, parent: Header, broadcast: Broadcast): Promise<Reply> {
    return new Promise((answer) => {
      this.#waiting.push({ request, parent, broadcast, answer });
      if (!this.#busy) void this.#work();
    });
  }

  /** Ends the running cell with what was thrown; false when no cell runs. */
  fail(thrown: unknown): boolean {
    if (!this.running) return false;
    this.running.fail(describeThrown(thrown));
    // tslab still waits for the cell's promise; without this its end would overwrite later cells.
    this.executor.interrupt();
    return true;
  }

  /** Ends a cell after an interrupt, unless it has ended meanwhile. */
  interrupt(number: number): void {
    if (this.running?.number !== number || this.running.compiling) return;
    this.running.fail(INTERRUPTED);
    this.executor.interrupt();
  }

  /** Resolves in a later turn in which no cell runs or waits; keeps no process alive. */
  async idle(): Promise<void> {
    do {
      if (this.#busy) await new Promise<void>((resolve) => this.#resting.push(resolve));
      // Long enough for the sockets to be looked at.
      await wait(1, undefined, { ref: false });
    } while (this.#busy);
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const reply = await this.#run(next);
      if (reply.status === 'error' && next.request.stop_on_error !== false) await this.#abortRest();
      next.answer(reply);
    }
    this.#busy = false;
    for (const resolve of this.#resting.splice(0)) resolve();
  }

  async #run({ request, parent, broadcast }: Waiting): Promise<Reply> {
    if (request.code.trim() === '') return { status: 'ok', execution_count: this.#count };
    this.broadcast = broadcast;
    if (!request.silent) {
      this.#count += 1;
      broadcast('execute_input', { code: request.code, execution_count: this.#count });
    }
    const ending = await this.#execute(request, parent);
    if (ending === 'completed') return { status: 'ok', execution_count: this.#count };
    if (!request.silent) broadcast('error', ending);
    return { status: 'error', execution_count: this.#count, ...ending };
  }

  async #execute(request: Request, parent: Header): Promise<Ending> {
    const before = await this.#beside.countInterrupts();
    this.#number += 1;
    const cell = new Cell(this.#number, request, parent);
    this.running = cell;
    Atomics.store(this.#shared, Running, cell.number);
    this.#beside.begin(parent);
    cell.start(() => this.executor.execute(request.code));
    await cell.ended;
    // A last turn for rejections nobody handles and for an interrupt that came before this end.
    const interrupts = await this.#beside.countInterrupts();
    Atomics.store(this.#shared, Running, 0);
    this.running = undefined;
    return interrupts > before ? INTERRUPTED : cell.ending;
  }

  async #abortRest(): Promise<void> {
    // What was sent before the error is in the socket; two turns of the loop bring it here.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    for (const { answer } of this.#waiting.splice(0)) {
      answer({ status: 'aborted', execution_count: this.#count });
    }
  }
}
