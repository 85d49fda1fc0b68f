const width = 16;
const quietSeconds = 2;

/**
 * Shows each step on a line of its own with what it did and how long it took. A terminal sees the
 * seconds pass; a file or pipe gets the finished lines only. `quiet` shows only steps that worked
 * for longer than two seconds.
 * @param {NodeJS.WriteStream} out
 * @param {{quiet?: boolean}} [options]
 */
export function progressOn(out, { quiet = false } = {}) {
  return {
    /**
     * @param {string} name
     * @param {() => Promise<string>} work  returns what it did, in a word or two
     */
    async step(name, work) {
      const start = Date.now();
      const seconds = () => (Date.now() - start) / 1000;
      const label = `  ${name.padEnd(width)}`;
      const ticker = out.isTTY
        ? setInterval(() => out.write(`\r${label} working … ${Math.round(seconds())} s`), 1000)
        : undefined;
      try {
        const did = await work();
        clearInterval(ticker);
        if (quiet && seconds() < quietSeconds) return;
        out.write(
          `${clear(out)}${label} ${did.padEnd(24)} ${seconds().toFixed(1).padStart(5)} s\n`,
        );
      } catch (error) {
        clearInterval(ticker);
        out.write(clear(out));
        throw error;
      }
    },
  };
}

/** @param {NodeJS.WriteStream} out */
const clear = (out) => (out.isTTY ? '\r\x1b[K' : '');
