import { readSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blockingOutput } from './blocking-output.ts';

/**
 * The private channel as the supervised program sees it. A runner imports this file by itself
 * (`src/sandbox/channel.ts`) before any learner's code, and keeps the channel in a variable of its own.
 */
export interface RecordChannel {
  /** What the caller passed as `Program.input`; undefined when nothing was. */
  readonly input: unknown;
  /** Sends one record to the caller, at once and in order: any value that JSON can carry. */
  send(record: unknown): void;
}

const FAULT_HANDLER = fileURLToPath(
  new URL('../../native/build/libfaulthandler.so', import.meta.url),
);

/**
 * Opens the channel, once: it throws for whoever comes second. Also installs the fault handler, lets output wait for
 * its reader, and takes the sandbox's own variables out of the environment.
 */
export function openChannel(): RecordChannel {
  const fd = Number(process.env.SANDBOX_CHANNEL);
  if (!process.env.SANDBOX_CHANNEL) throw new Error('no private channel here, or it is taken');
  loadFaultHandler();
  blockingOutput();
  for (const name of ['SANDBOX_CHANNEL', 'FAULT_FD', 'NODE_COMPILE_CACHE']) {
    delete process.env[name];
  }
  const { nonce, input } = readFirstLine(fd) as { nonce: string; input?: unknown };
  // Taken hold of now: what a program replaces later is not what its results travel through.
  const write = writeSync;
  const { stringify } = JSON;
  const encoder = new TextEncoder();
  return {
    input,
    send: (record) => {
      const bytes = encoder.encode(`${nonce}${stringify(record)}\n`);
      for (let at = 0; at < bytes.length; ) at += write(fd, bytes, at);
    },
  };
}

/** Without it (native/ not built) a crash is still told apart, only not located. */
function loadFaultHandler(): void {
  if (!process.env.FAULT_FD) return;
  try {
    process.dlopen({ exports: {} }, FAULT_HANDLER);
  } catch {}
}

/** Reads without the event loop, so that nothing of the program runs before. */
function readFirstLine(fd: number): unknown {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const length = readSync(fd, chunk);
    chunks.push(chunk.subarray(0, length));
    if (length === 0 || chunk[length - 1] === 0x0a) break;
  }
  return JSON.parse(Buffer.concat(chunks).toString());
}
