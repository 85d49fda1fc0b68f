import type { Readable } from 'node:stream';

const LIMIT = 2 ** 20;

/** Reads a stream to its end and keeps the first MiB of it. */
export class Kept {
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor(stream: Readable | null) {
    stream?.on('data', (chunk: Buffer) => {
      if (this.#size < LIMIT) this.#chunks.push(chunk);
      this.#size += chunk.length;
    });
  }

  /** What has been kept so far. */
  bytes(): Buffer {
    return Buffer.concat(this.#chunks).subarray(0, LIMIT);
  }
}
