import { z } from 'zod';
import type { Message } from './message.ts';
import { append, type Output, outputOf } from './output.ts';

const Status = z.object({ execution_state: z.string() });

/** Told of every output as it comes; `late` once the cell had already finished. */
export type OnOutput = (output: Output, late: boolean) => void;

/** One request until both its reply and the kernel's idle status have come, in whichever order. */
export type Pending = {
  outputs: Output[];
  /** Settles with the reply's content. */
  done: Promise<unknown>;
  reply(content: unknown): void;
  fail(error: unknown): void;
};

/** Keeps the requests of one client and hands every message to the request it answers. */
export class Requests {
  #byId = new Map<string, Pending & { broadcast(message: Message): void }>();
  #open = new Set<Pending>();
  #onStray: OnOutput;

  /** Outputs whose parent is no request of this client go to `onStray`, as late ones. */
  constructor(onStray: OnOutput) {
    this.#onStray = onStray;
  }

  add(id: string, onOutput?: OnOutput): Pending {
    const { promise: done, resolve, reject } = Promise.withResolvers<unknown>();
    const outputs: Output[] = [];
    let answer: { content: unknown } | undefined;
    let idle = false;
    const settle = () => {
      if (!answer || !idle) return;
      this.#open.delete(pending);
      resolve(answer.content);
    };
    const pending = {
      outputs,
      done,
      reply: (content: unknown) => {
        answer = { content };
        settle();
      },
      broadcast: (message: Message) => {
        const output = outputOf(message);
        const late = !this.#open.has(pending);
        if (output && !late) append(outputs, output);
        if (output) onOutput?.(output, late);
        if (message.type === 'status') {
          idle ||= Status.parse(message.content).execution_state === 'idle';
          settle();
        }
      },
      fail: reject,
    };
    // A caller that stopped waiting (a timeout) must not turn a later failure into a crash.
    done.catch(() => {});
    this.#open.add(pending);
    this.#byId.set(id, pending);
    return pending;
  }

  receiveReply(message: Message): void {
    this.#byId.get(message.parentId ?? '')?.reply(message.content);
  }

  receiveBroadcast(message: Message): void {
    const request = this.#byId.get(message.parentId ?? '');
    if (request) {
      request.broadcast(message);
      return;
    }
    const output = outputOf(message);
    if (output) this.#onStray(output, true);
  }

  failAll(error: (outputs: readonly Output[]) => unknown): void {
    for (const pending of this.#open) pending.fail(error(pending.outputs));
    this.#open.clear();
  }
}
