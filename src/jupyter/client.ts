import type { z } from 'zod';
import { type Channels, openChannels } from './channels.ts';
import type { Connection } from './connection.ts';
import { within } from './deadline.ts';
import { type Exit, KernelDied, KernelTimeout } from './errors.ts';
import type { Output } from './output.ts';
import { type OnOutput, type Pending, Requests } from './pending.ts';
import type { KernelProcess } from './process.ts';
import {
  CompleteReply,
  type Completion,
  ExecuteReply,
  type History,
  HistoryReply,
  type Inspection,
  InspectReply,
  KernelInfo,
} from './replies.ts';

/** A cell that ran to its end; `ms` is the time from the request to its last output. */
export type Execution = {
  status: 'ok' | 'error' | 'aborted';
  executionCount: number | undefined;
  outputs: Output[];
  ms: number;
};

export type ExecuteOptions = {
  /** Rejects with KernelTimeout when the cell has not finished; no limit when left out. */
  timeoutMs?: number;
  /** Sees every piece of output as it arrives, late ones too. */
  onOutput?: OnOutput;
  /** Whether an error makes the kernel skip the cells that already wait; true, as in Jupyter. */
  stopOnError?: boolean;
};

// Long enough for a kernel that is busy compiling its first cell on a slow machine.
const REQUEST_MS = 60_000;
const LAST_WORDS_MS = 50;

/** A running kernel and the ways to speak to it. Every request rejects when the kernel ends first. */
export class KernelClient implements AsyncDisposable {
  readonly pid: number;
  /** Resolves when the process has ended, whoever ended it; by then its group is gone too. */
  readonly exited: Promise<Exit>;
  #process: KernelProcess;
  #connection: Connection;
  #channels: Channels;
  #requests: Requests;

  constructor(process: KernelProcess, connection: Connection, onStray: OnOutput = () => {}) {
    this.#process = process;
    this.#connection = connection;
    this.#requests = new Requests(onStray);
    this.#channels = openChannels(connection, {
      reply: (message) => this.#requests.receiveReply(message),
      broadcast: (message) => this.#requests.receiveBroadcast(message),
      broken: (error) => this.#requests.failAll(() => error),
    });
    this.pid = process.pid;
    this.exited = process.exited.then((exit) => this.#afterExit(exit));
  }

  /** What the kernel answers to kernel_info_request. */
  info(timeoutMs = REQUEST_MS): Promise<KernelInfo> {
    return this.#ask('kernel_info_request', {}, KernelInfo, timeoutMs);
  }

  /** Runs a cell; resolves after its reply and its idle status, so that no output is missing. */
  async execute(code: string, options: ExecuteOptions = {}): Promise<Execution> {
    const start = performance.now();
    const pending = this.#send(
      'execute_request',
      {
        code,
        silent: false,
        store_history: true,
        user_expressions: {},
        allow_stdin: false,
        stop_on_error: options.stopOnError ?? true,
      },
      options.onOutput,
    );
    const reply = await this.#finish(pending, 'the cell', ExecuteReply, options.timeoutMs);
    return {
      status: reply.status === 'abort' ? 'aborted' : reply.status,
      executionCount: reply.execution_count ?? undefined,
      outputs: pending.outputs,
      ms: performance.now() - start,
    };
  }

  complete(code: string, position = code.length): Promise<Completion> {
    return this.#ask('complete_request', { code, cursor_pos: position }, CompleteReply);
  }

  inspect(code: string, position = code.length): Promise<Inspection> {
    const content = { code, cursor_pos: position, detail_level: 0 };
    return this.#ask('inspect_request', content, InspectReply);
  }

  /** The latest inputs, as JupyterLab asks for them when it opens a console or a notebook. */
  history(timeoutMs = REQUEST_MS): Promise<History> {
    const content = { hist_access_type: 'tail', n: 100, output: false, raw: true };
    return this.#ask('history_request', content, HistoryReply, timeoutMs);
  }

  /** True when the heartbeat answers in time. */
  beats(timeoutMs: number): Promise<boolean> {
    return this.#channels.beats(timeoutMs);
  }

  /** SIGINT to the kernel's whole process group, as Jupyter interrupts. */
  interrupt(): void {
    this.#process.signal('SIGINT');
  }

  /** What the process wrote past its cells: the end of its own stdout and stderr. */
  log(): string {
    return this.#process.log();
  }

  /** Asks the kernel to end, and makes it after `graceMs`; nothing of its group is left. */
  async shutdown(graceMs = 3000): Promise<Exit> {
    if (!this.#process.exit()) {
      this.#channels.request('control', 'shutdown_request', { restart: false });
    }
    await this.#process.end(graceMs);
    return this.exited;
  }

  /** Ends the kernel and its group at once. */
  async kill(): Promise<Exit> {
    this.#process.signal('SIGKILL');
    return this.exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  #send(type: string, content: object, onOutput?: OnOutput): Pending {
    const exit = this.#process.exit();
    if (exit) throw new KernelDied(exit, [], this.log());
    return this.#requests.add(this.#channels.request('shell', type, content), onOutput);
  }

  async #ask<S extends z.ZodType>(
    type: string,
    content: object,
    schema: S,
    timeoutMs = REQUEST_MS,
  ): Promise<z.infer<S>> {
    return this.#finish(this.#send(type, content), `a ${type}`, schema, timeoutMs);
  }

  async #finish<S extends z.ZodType>(
    pending: Pending,
    what: string,
    schema: S,
    timeoutMs?: number,
  ): Promise<z.infer<S>> {
    const done = pending.done.then((content) => ({ content }));
    const reply = timeoutMs === undefined ? await done : await within(done, timeoutMs);
    if (!reply) throw new KernelTimeout(what, timeoutMs ?? 0, [...pending.outputs]);
    return schema.parse(reply.content);
  }

  async #afterExit(exit: Exit): Promise<Exit> {
    // What the kernel sent before its end may still be on its way through the sockets.
    await within(new Promise<never>(() => {}), LAST_WORDS_MS);
    this.#requests.failAll((outputs) => new KernelDied(exit, outputs, this.log()));
    this.#channels.close();
    this.#connection.remove();
    return exit;
  }
}
