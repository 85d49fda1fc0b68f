import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.js';
import { progressOn } from './progress.js';
import { checkHost } from './steps/host.js';
import { installKernel } from './steps/kernelspec.js';
import { buildNative } from './steps/native.js';
import { installPackages } from './steps/packages.js';
import { installJupyter } from './steps/python.js';
import { installSystemTools } from './steps/system.js';
import { root, setupState } from './tree.js';

/**
 * Makes the tree ready, doing only what is not done yet, and stamps it as ready. Fails with a SetupFailure.
 * @param {{out: NodeJS.WriteStream, quiet?: boolean, browser?: boolean}} options  `browser` adds what the browser tests need
 */
export async function prepare({ out, quiet = false, browser = false }) {
  checkHost();
  const began = new Date();
  const say = (/** @type {string} */ line) => out.write(`${line}\n`);
  if (!quiet) say(`Setting up ${root}`);
  const progress = progressOn(out, { quiet });
  await alone(
    async () => {
      /** @type {string | undefined} */
      let notice;
      await progress.step('system tools', async () => {
        const { did, notice: told } = await installSystemTools({ browser });
        notice = told;
        return did;
      });
      if (notice && !quiet) say(`  ${notice}`);
      await progress.step('npm packages', installPackages);
      await progress.step('JupyterLab', installJupyter);
      await progress.step('C programs', buildNative);
      await progress.step('kernel', installKernel);
      markReady(began);
    },
    (pid) => say(`Another set-up of this folder is at work (process ${pid}); waiting for it.`),
  );
}

// `./workshop` looks for anything newer than this file. It carries the time at which set-up began, so
// that a change made meanwhile counts as newer, and the tree's place, so that a moved tree is seen.
/** @param {Date} began */
function markReady(began) {
  const file = join(setupState, 'ready');
  writeFileSync(file, `${root}\n`);
  utimesSync(file, began, began);
}
