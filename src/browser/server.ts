import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Far from the port of a learner's own workshop, and from that of another test at this moment. */
const somePort = () => 10_000 + Math.floor(Math.random() * 20_000);

/** JupyterLab as `npm start` starts it, over the tree at `root`. */
export type Server = AsyncDisposable & {
  /** The address that opens a notebook of the folder notebooks/, its token included. */
  urlOf(name: string): string;
};

type Parts = typeof import('../setup/start/server.js') &
  typeof import('../setup/start/port.js') &
  typeof import('../setup/start/stop.js');

/** Set-up belongs to its own tree: it is loaded from the tree that it shall serve. */
async function partsOf(root: string): Promise<Parts> {
  const load = (file: string) => import(pathToFileURL(join(root, 'src/setup/start', file)).href);
  return { ...(await load('server.js')), ...(await load('port.js')), ...(await load('stop.js')) };
}

/** Starts the real server of a tree whose set-up is done, with a fresh token, on a port of its own. */
export async function startServer(root: string): Promise<Server> {
  const { startServer, freePort, stopServer } = await partsOf(root);
  const server = await startServer(await freePort(somePort()));
  return {
    urlOf(name) {
      const url = new URL(server.url);
      url.pathname = `/lab/tree/notebooks/${name}.ipynb`;
      return url.href;
    },
    async [Symbol.asyncDispose]() {
      await stopServer(server);
    },
  };
}
