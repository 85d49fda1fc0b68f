import os from 'node:os';
import { run } from '../child.js';
import { toldBy } from '../log.js';
import { inTree } from '../tree.js';

/** Builds native/: make does only what is out of date. */
export async function buildNative() {
  // Node 18.13, Debian 12's first, has no availableParallelism.
  const jobs = os.availableParallelism?.() ?? os.cpus().length;
  const ended = await run(['make', '--no-print-directory', `-j${jobs}`, '-C', inTree('native')]);
  if (ended.code !== 0) throw toldBy('make', ended, 'The C programs in native/ could not be built');
  return /Nothing to be done/.test(ended.output) ? 'ready' : 'built';
}
