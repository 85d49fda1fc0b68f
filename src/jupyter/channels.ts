import { randomUUID } from 'node:crypto';
import { Dealer, type Socket, Subscriber } from 'zeromq';
import type { Connection } from './connection.ts';
import { decode, encode, type Message, type Session } from './message.ts';

/** The client's ends of a kernel's sockets. */
export type Channels = {
  /** Sends a request and returns its id, which replies and outputs name as their parent. */
  request(channel: 'shell' | 'control', type: string, content: object): string;
  /** True when the kernel's heartbeat answers in time, which needs no cell to be finished. */
  beats(timeoutMs: number): Promise<boolean>;
  close(): void;
};

// Unlimited queues and no waiting: zeromq.js otherwise falls back to one message at a time in a burst.
const OPTIONS = { linger: 0, sendTimeout: 0, sendHighWaterMark: 0, receiveHighWaterMark: 0 };
const RECONNECT_MS = 20;

/** Connects to the addresses of a connection file; the kernel may start listening later. */
export function openChannels(
  connection: Connection,
  on: {
    reply(message: Message): void;
    broadcast(message: Message): void;
    broken(e: unknown): void;
  },
): Channels {
  const session: Session = { key: connection.key, id: randomUUID() };
  const shell = new Dealer({ ...OPTIONS, reconnectInterval: RECONNECT_MS });
  const control = new Dealer({ ...OPTIONS, reconnectInterval: RECONNECT_MS });
  const heartbeat = new Dealer({ ...OPTIONS, reconnectInterval: RECONNECT_MS });
  const iopub = new Subscriber({
    linger: 0,
    receiveHighWaterMark: 0,
    reconnectInterval: RECONNECT_MS,
  });
  const sockets: Socket[] = [shell, control, heartbeat, iopub];
  const beatWaiters = new Map<string, () => void>();

  async function listen(socket: AsyncIterable<Buffer[]>, receive: (message: Message) => void) {
    try {
      for await (const frames of socket) receive(decode(session, frames));
    } catch (error) {
      on.broken(error);
    }
  }
  async function listenForBeats() {
    for await (const frames of heartbeat) beatWaiters.get(frames.at(-1)?.toString() ?? '')?.();
  }

  shell.connect(connection.address('shell'));
  control.connect(connection.address('control'));
  heartbeat.connect(connection.address('hb'));
  iopub.connect(connection.address('iopub'));
  iopub.subscribe();
  listen(shell, on.reply);
  listen(control, on.reply);
  listen(iopub, on.broadcast);
  listenForBeats().catch(on.broken);

  return {
    request(channel, type, content) {
      const { id, frames } = encode(session, type, content);
      (channel === 'shell' ? shell : control).send(frames).catch(on.broken);
      return id;
    },
    async beats(timeoutMs) {
      const beat = randomUUID();
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(resolve, timeoutMs, false);
      beatWaiters.set(beat, () => resolve(true));
      // The empty frame makes a dealer speak as the request socket that the kernel expects.
      await heartbeat.send(['', beat]);
      const answered = await promise;
      clearTimeout(timer);
      beatWaiters.delete(beat);
      return answered;
    },
    close() {
      for (const socket of sockets) socket.close();
    },
  };
}
