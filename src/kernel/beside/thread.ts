import { parentPort, workerData } from 'node:worker_threads';
import { Publisher as PublisherSocket, Reply, Router } from 'zeromq';
import { exitAtOnce } from '../libc.ts';
import { addressOf, removeSocketFiles } from '../wire/connection.ts';
import { serveControl } from './control.ts';
import { drainPipes } from './drain.ts';
import { InterruptDelivery } from './interrupts.ts';
import type { FromBeside, Start, ToBeside } from './link.ts';
import { watchParents } from './parents.ts';
import { Publisher } from './publisher.ts';
import { Handled, Interrupts, Running } from './shared.ts';
import { watchSignals } from './signals.ts';

// The second thread. Nothing here waits for the first, which may be busy, blocked in C, or stopped.

const LISTEN_MS = 25;
const IDLE_LISTEN_MS = 500;
const GRACE_MS = 2000;
const LINGER_MS = 500;
const TERMINATED = 128 + 15;

const { shared, connection, kernelInfo, pipes, capacity, parents }: Start = workerData;
const port = parentPort;
if (!port) throw new Error('thread.ts is the second thread of the kernel and runs as a worker');
const tell = (message: FromBeside) => port.postMessage(message);

const OPTIONS = { sendHighWaterMark: 0, sendTimeout: 0, linger: LINGER_MS };
const iopub = new PublisherSocket(OPTIONS);
const control = new Router(OPTIONS);
const heartbeat = new Reply({ linger: 0 });

const publisher = new Publisher(iopub, connection.key);
const drain = drainPipes({ pipes, capacity }, (name, bytes) => publisher.feed(name, bytes));
const interrupts = new InterruptDelivery(
  shared,
  (cell) => tell({ kind: 'interrupted', cell }),
  (text) => publisher.notice(text),
);
const listen = watchSignals(['SIGINT', 'SIGTERM'], (name) => {
  if (name === 'SIGTERM') end(TERMINATED);
  else interrupts.count();
});
let listening = setInterval(listen, IDLE_LISTEN_MS);
function listenEvery(ms: number): void {
  clearInterval(listening);
  listening = setInterval(listen, ms);
}

/** Asks the first thread to end the kernel in order, and ends it without it when it cannot answer. */
function end(code: number): void {
  tell({ kind: 'end', code });
  setTimeout(() => {
    removeSocketFiles(connection);
    exitAtOnce(code);
  }, GRACE_MS);
}

function receive(message: ToBeside): void {
  // An interrupt that came between cells is over before the next cell is announced.
  if (Atomics.load(shared, Running) === 0) listen();
  if (message.kind !== 'close') drain();
  if (message.kind === 'publish') publisher.send(message.frames);
  if (message.kind === 'begin') {
    publisher.begin(message.parent);
    listenEvery(LISTEN_MS);
  }
  if (message.kind === 'count') {
    listen();
    listenEvery(IDLE_LISTEN_MS);
    tell({ kind: 'counted', interrupts: Atomics.load(shared, Interrupts) });
  }
  if (message.kind === 'close') {
    drain();
    publisher.flush();
    for (const socket of [iopub, control, heartbeat]) socket.close();
    tell({ kind: 'closed' });
  }
  Atomics.store(shared, Handled, message.number);
  Atomics.notify(shared, Handled);
}

async function beat(): Promise<void> {
  for await (const frames of heartbeat) await heartbeat.send(frames);
}

port.on('message', receive);
watchParents(parents, () => end(0));
try {
  await Promise.all([
    iopub.bind(addressOf(connection, 'iopub')),
    control.bind(addressOf(connection, 'control')),
    heartbeat.bind(addressOf(connection, 'hb')),
  ]);
  tell({ kind: 'ready' });
  const orders = { shutdown: () => end(0), interrupt: () => process.kill(process.pid, 'SIGINT') };
  await Promise.all([beat(), serveControl(control, connection.key, kernelInfo, publisher, orders)]);
} catch (error) {
  tell({ kind: 'failed', message: String(error) });
}
