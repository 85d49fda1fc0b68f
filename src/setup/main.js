import { endRunning } from './child.js';
import { SetupFailure } from './failure.js';
import { listen } from './interrupt.js';
import { release } from './lock.js';
import { prepare } from './prepare.js';
import { start } from './start/start.js';
import { writeProblem } from './steps/host.js';
import { test } from './test/test.js';

const verbs = new Map([
  ['start', start],
  ['test', test],
  ['command', prepareForCommand],
]);

/** Carries out one verb and sets the exit code; every failure ends in one sentence on standard error. @param {string[]} argv */
export async function main([verb = '', ...args]) {
  listen(stopSetup);
  try {
    const work = verbs.get(verb);
    if (!work)
      throw new SetupFailure(`"${verb}" is not one of ${[...verbs.keys()].join(', ')}.`, 2);
    process.exitCode = await work(args);
  } catch (error) {
    const sentence = error instanceof SetupFailure ? error.message : writeProblem(error);
    if (!sentence) throw error;
    console.error(sentence);
    process.exitCode = error instanceof SetupFailure ? error.exitCode : 1;
  }
}

// `./workshop` calls this when the tree is not ready. Standard output belongs to the command that follows.
async function prepareForCommand() {
  await prepare({ out: process.stderr, quiet: true });
  return 0;
}

/** @param {NodeJS.Signals} signal */
function stopSetup(signal) {
  endRunning();
  release();
  console.error('\nStopped. Run the same command again: it goes on where it was.');
  process.exit(signal === 'SIGINT' ? 130 : 143);
}
