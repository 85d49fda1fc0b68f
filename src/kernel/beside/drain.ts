import { Socket } from 'node:net';
import { readNow, setBlocking } from '../libc.ts';
import type { Start, StreamName } from './link.ts';

const CHUNK = 64 * 1024;
const STREAMS: readonly StreamName[] = ['stdout', 'stderr'];

/**
 * Reads both pipes for ever, so that no writer ever waits for long: neither the cell, nor its
 * children, nor C code. Returns a function that takes at once what the pipes held when it is called.
 */
export function drainPipes(
  { pipes, capacity }: Pick<Start, 'pipes' | 'capacity'>,
  feed: (name: StreamName, bytes: Uint8Array) => void,
): () => void {
  const buffer = new Uint8Array(CHUNK);
  for (const name of STREAMS) {
    setBlocking(pipes[name], false);
    new Socket({
      fd: pipes[name],
      writable: false,
      onread: {
        buffer: new Uint8Array(CHUNK),
        callback: (size, chunk) => {
          feed(name, chunk.subarray(0, size));
          return true;
        },
      },
    });
  }
  return () => {
    for (const name of STREAMS) {
      // A flood refills the pipe while it is read: what it held before is at most its capacity.
      for (let taken = 0; taken < capacity; ) {
        const size = readNow(pipes[name], buffer);
        if (size === 0) break;
        feed(name, buffer.subarray(0, size));
        taken += size;
      }
    }
  };
}
