/** What went wrong and what to do next, in one sentence; the exit code is 2 for a wrong command line, else 1. */
export class SetupFailure extends Error {
  /** @param {string} sentence @param {number} [exitCode] */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.name = 'SetupFailure';
    this.exitCode = exitCode;
  }
}
