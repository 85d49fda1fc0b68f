import { writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { SecondThread } from '../beside/second-thread.ts';
import { flushStdout, setBlocking, unread } from '../libc.ts';
import type { Captured } from './pipes.ts';

/** Writes all of it; a child may have made the shared pipe non-blocking, which is undone. */
function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      setBlocking(fd, true);
    }
  }
}

type Done = (error?: Error | null) => void;

/**
 * process.stdout and process.stderr of cells: they write where C and children write. A write is done
 * when it returns and keeps no state: an interrupt may cut it off anywhere.
 */
class CapturedStream extends Writable {
  readonly fd: number;
  readonly #before: () => void;

  constructor(fd: number, before: () => void) {
    super();
    this.fd = fd;
    this.#before = before;
  }

  override write(chunk: unknown, encoding?: BufferEncoding | Done, done?: Done): boolean {
    this.#before();
    const named = typeof encoding === 'string' ? encoding : 'utf8';
    writeAll(this.fd, chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk), named));
    const callback = typeof encoding === 'function' ? encoding : done;
    if (callback) process.nextTick(callback);
    return true;
  }

  /** A cell cannot close the streams that the next one needs. */
  override end(...args: unknown[]): this {
    const [chunk] = args;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
    const callback = args.find((arg) => typeof arg === 'function');
    if (callback) process.nextTick(callback as () => void);
    return this;
  }
}

/**
 * Replaces process.stdout and process.stderr. A write goes into the pipe of its stream, behind what C
 * has written; what waits in the other pipe and every earlier broadcast are dealt with before.
 */
export function replaceStreams({ pipes }: Captured, beside: SecondThread): void {
  const before = (other: number) => () => {
    flushStdout();
    if (!beside.settled || unread(other) > 0) beside.barrier();
  };
  const streams = {
    stdout: new CapturedStream(1, before(pipes.stderr)),
    stderr: new CapturedStream(2, before(pipes.stdout)),
  };
  for (const name of ['stdout', 'stderr'] as const) {
    Object.defineProperty(process, name, { value: streams[name], configurable: true });
  }
}
