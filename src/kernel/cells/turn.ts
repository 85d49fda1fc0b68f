import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const tasks: (() => void)[] = [];
port2.on('message', () => {
  const task = tasks.shift();
  // An interrupt may have fallen between a task and its message.
  if (tasks.length > 0) port1.postMessage(undefined);
  task?.();
});
// The kernel lives by its sockets; this alone must not keep a process that has nothing to serve.
port2.unref();

/**
 * Runs a task in a turn of the event loop of its own. An interrupt that stops a loop also drops the
 * promise reactions queued behind it: the kernel's own must never stand in the same queue.
 */
export function inOwnTurn(task: () => void): void {
  tasks.push(task);
  port1.postMessage(undefined);
}
