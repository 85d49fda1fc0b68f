import type { Publisher as Socket } from 'zeromq';
import { buildMessage, type Header } from '../wire/message.ts';
import { Allowance, CUT_NOTICE } from './allowance.ts';
import type { StreamName } from './link.ts';

const FLUSH_MS = 20;
const FLUSH_CHARACTERS = 256 * 1024;

/**
 * Everything the kernel broadcasts, in order. Text belongs to the latest cell and is gathered for a
 * moment, so that many short writes become few messages; any other message sends it first.
 */
export class Publisher {
  #socket: Socket;
  #key: string;
  #parent: Header | undefined;
  #allowance = new Allowance();
  #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  #gathered: { name: StreamName; text: string }[] = [];
  #characters = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: Socket, key: string) {
    this.#socket = socket;
    this.#key = key;
  }

  /** From here on text belongs to the cell of this request. */
  begin(parent: Header): void {
    this.flush();
    this.#parent = parent;
    this.#allowance.renew();
  }

  /** Bytes from a pipe: shown as far as the cell's allowance goes. */
  feed(name: StreamName, bytes: Uint8Array): void {
    if (this.#allowance.spent) return;
    const allowed = this.#allowance.take(bytes);
    this.#gather(name, this.#decoders[name].decode(allowed, { stream: true }));
    if (this.#allowance.spent) this.notice(CUT_NOTICE);
  }

  /** A sentence of the kernel's own in the latest cell. */
  notice(text: string): void {
    this.#gather('stderr', text);
  }

  /** A finished message, after all text that came before it. */
  send(frames: (string | Uint8Array)[]): void {
    this.flush();
    this.#transmit(frames);
  }

  /** Sends the gathered text. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = this.#gathered;
    this.#gathered = [];
    this.#characters = 0;
    if (!this.#parent) return;
    for (const piece of gathered) {
      this.#transmit(buildMessage(this.#key, 'stream', this.#parent, piece));
    }
  }

  #gather(name: StreamName, text: string): void {
    if (text === '') return;
    const last = this.#gathered.at(-1);
    if (last?.name === name) last.text += text;
    else this.#gathered.push({ name, text });
    this.#characters += text.length;
    if (this.#characters > FLUSH_CHARACTERS) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), FLUSH_MS);
  }

  #transmit(frames: (string | Uint8Array)[]): void {
    // Without a limit and a time-out a send either succeeds at once or the socket is closed.
    this.#socket.send(frames).catch(() => {});
  }
}
