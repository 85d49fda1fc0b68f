import type { SecondThread } from './beside/second-thread.ts';
import { processGroup } from './libc.ts';
import { type Connection, removeSocketFiles } from './wire/connection.ts';
import type { Server } from './wire/server.ts';

/**
 * Returns what ends the kernel in order, once: last output sent, sockets closed and their files gone,
 * the group's other processes asked to end where the kernel leads its group, as under Jupyter.
 */
export function endInOrder(parts: {
  connection: Connection;
  server: Server;
  beside: SecondThread;
  exit: (code: number) => never;
}): (code: number) => void {
  let ending = false;
  return (code) => {
    if (ending) return;
    ending = true;
    parts.server.closeSockets();
    parts.beside.close().then(() => {
      removeSocketFiles(parts.connection);
      process.on('exit', () => {
        if (processGroup() === process.pid) process.kill(-process.pid, 'SIGTERM');
      });
      parts.exit(code);
    });
  };
}
