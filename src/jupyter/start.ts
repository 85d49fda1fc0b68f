import { kernelArgv } from '../kernel/index.ts';
import { KernelClient } from './client.ts';
import { createConnection, type Transport } from './connection.ts';
import { KernelTimeout } from './errors.ts';
import type { OnOutput } from './pending.ts';
import { startProcess } from './process.ts';

const START_MS = 60_000;
const IDLE_MS = 100;
const MAX_IDLE_MS = 250;
const ATTEMPTS = 5;

export type StartOptions = {
  /** The command of a kernelspec; `{connection_file}` in it stands for the connection file. */
  argv?: readonly string[];
  /** The folder in which cells run; the current one when left out. */
  cwd?: string;
  /** Laid over this process's own environment. */
  env?: Record<string, string>;
  transport?: Transport;
  /** How long the kernel may take until it answers. */
  timeoutMs?: number;
  /** Sees outputs that belong to no cell of this client. */
  onStrayOutput?: OnOutput;
};

/** Starts a kernel and resolves once it answers and its broadcasts arrive; throws if it does not. */
export async function startKernel(options: StartOptions = {}): Promise<KernelClient> {
  for (let attempt = 1; ; attempt++) {
    const client = await launch(options);
    try {
      await ready(client, options.timeoutMs ?? START_MS);
      return client;
    } catch (error) {
      await client.kill();
      if (attempt === ATTEMPTS || !/EADDRINUSE|address already in use/i.test(client.log())) {
        throw new Error(`The kernel did not start. ${messageOf(error)}`, { cause: error });
      }
    }
  }
}

async function launch(options: StartOptions): Promise<KernelClient> {
  const connection = await createConnection(options.transport ?? 'tcp');
  const argv = (options.argv ?? kernelArgv(process.execPath)).map((argument) =>
    argument.replace('{connection_file}', connection.file),
  );
  // Jupyter tells a kernel its parent this way; a kernel that cares ends when the parent does.
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    JPY_PARENT_PID: String(process.pid),
    ...options.env,
  };
  // Inherited from a test runner it would make a cell's own `node --test` report to our runner.
  delete env.NODE_TEST_CONTEXT;
  try {
    const kernel = await startProcess(argv, { cwd: options.cwd ?? process.cwd(), env });
    return new KernelClient(kernel, connection, options.onStrayOutput);
  } catch (error) {
    connection.remove();
    throw new Error(`The kernel's program could not be started: ${messageOf(error)}`);
  }
}

/**
 * Waits until a request is answered on both sockets. The reply alone is not enough: broadcasts are
 * lost until the kernel has seen our subscription, so the question is asked again until they come.
 */
async function ready(client: KernelClient, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (let wait = IDLE_MS; ; wait = Math.min(2 * wait, MAX_IDLE_MS)) {
    const left = deadline - performance.now();
    if (left <= 0) throw new KernelTimeout('its start', timeoutMs);
    try {
      await client.info(Math.min(wait, left));
      return;
    } catch (error) {
      if (!(error instanceof KernelTimeout)) throw error;
    }
    // A kernel that could not bind one of its sockets may live on without it.
    if (/EADDRINUSE|address already in use/i.test(client.log())) throw new Error(client.log());
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
