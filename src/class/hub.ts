import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Master } from './master.ts';

const START_LIMIT_MS = 90_000;

/** A running JupyterHub on loopback, ended with its proxy and the learners' servers when it goes out of scope. */
export class Hub implements AsyncDisposable {
  readonly origin: string;
  readonly log: string;
  readonly #process: ChildProcess;

  private constructor(origin: string, log: string, process: ChildProcess) {
    this.origin = origin;
    this.log = log;
    this.#process = process;
  }

  /** Starts the hub with deploy/hub's configuration and resolves once its login page answers. */
  static async start(master: Master, base: string): Promise<Hub> {
    const state = join(base, 'hub');
    mkdirSync(state, { mode: 0o700 });
    const port = await freePort();
    const log = join(state, 'hub.log');
    const sink = openSync(log, 'w');
    const config = join(master.folder, 'deploy/hub/jupyterhub_config.py');
    const child = spawn(join(master.folder, '.venv/bin/jupyterhub'), ['-f', config], {
      cwd: state,
      detached: true,
      stdio: ['ignore', sink, sink],
      env: {
        PATH: `${master.folder}/.venv/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
        LANG: 'C.UTF-8',
        WORKSHOP_MASTER: master.folder,
        WORKSHOP_HUB_STATE: state,
        WORKSHOP_HUB_PORT: String(port),
        WORKSHOP_PROXY: master.proxy.join(' '),
      },
    });
    const hub = new Hub(`http://127.0.0.1:${port}`, log, child);
    await hub.#answers();
    return hub;
  }

  async #answers(): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    while (Date.now() < limit && this.#process.exitCode === null) {
      const answer = await fetch(`${this.origin}/hub/login`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      await sleep(200);
    }
    await this[Symbol.asyncDispose]();
    const tail = readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
    throw new Error(`JupyterHub did not start. Its log ends with:\n${tail}`);
  }

  /** The pid of the hub, which the learners try to reach. */
  get pid(): number {
    return this.#process.pid ?? 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const late = setTimeout(() => this.#process.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(late);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('Loopback gave no port.');
  return address.port;
}
