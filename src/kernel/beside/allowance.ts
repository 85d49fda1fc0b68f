/** How much text one cell may show: beyond either bound a browser no longer draws it. */
export const MAX_BYTES = 16 * 1024 * 1024;
export const MAX_LINES = 250_000;

/** What a cell reads at the place where its output was cut. */
export const CUT_NOTICE =
  '\n[Output cut: this cell has written more than 16 MiB or 250,000 lines. ' +
  'The rest is dropped; write long output to a file and look at parts of it.]\n';

const NEWLINE = 10;

/** The text that a cell may still show. */
export class Allowance {
  #bytes = MAX_BYTES;
  #lines = MAX_LINES;
  #spent = false;

  /** True once something was dropped. */
  get spent(): boolean {
    return this.#spent;
  }

  /** The beginning of `chunk` that is still allowed. */
  take(chunk: Uint8Array): Uint8Array {
    if (this.#spent) return chunk.subarray(0, 0);
    let end = this.#lines === 0 ? 0 : Math.min(chunk.length, this.#bytes);
    for (
      let at = chunk.indexOf(NEWLINE);
      at >= 0 && at < end;
      at = chunk.indexOf(NEWLINE, at + 1)
    ) {
      this.#lines -= 1;
      if (this.#lines === 0) end = at + 1;
    }
    this.#bytes -= end;
    this.#spent = end < chunk.length;
    return chunk.subarray(0, end);
  }

  /** A new cell starts with the whole allowance. */
  renew(): void {
    this.#bytes = MAX_BYTES;
    this.#lines = MAX_LINES;
    this.#spent = false;
  }
}
