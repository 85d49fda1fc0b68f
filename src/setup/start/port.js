import { createServer } from 'node:net';
import { SetupFailure } from '../failure.js';

const tries = 50;

/**
 * The first port of 127.0.0.1 from `wanted` upward on which one can listen.
 * @param {number} wanted
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  const last = Math.min(wanted + tries - 1, 65535);
  for (let port = wanted; port <= last; port += 1) if (await isFree(port)) return port;
  throw new SetupFailure(
    `No port from ${wanted} to ${last} is free for you on 127.0.0.1: choose another with  npm start -- --port N  (1024 or above).`,
  );
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}
