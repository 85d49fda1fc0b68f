import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { run } from '../child.js';
import { SetupFailure } from '../failure.js';
import { inTree, node26 } from '../tree.js';

/**
 * Links node_modules/.bin/node to the Node of this processor: npm 9 and 10 leave it out when the lock
 * lists one package for each processor. Returns false when the package is not there.
 */
export async function linkNode() {
  const name = `node-linux-${process.arch}`;
  const binary = inTree('node_modules', name, 'bin', 'node');
  if (!existsSync(binary)) return false;
  if (!existsSync(node26)) {
    mkdirSync(inTree('node_modules', '.bin'), { recursive: true });
    rmSync(node26, { force: true });
    symlinkSync(`../${name}/bin/node`, node26);
  }
  const ended = await run([node26, '--version']);
  const { version } = JSON.parse(
    readFileSync(inTree('node_modules', name, 'package.json'), 'utf8'),
  );
  if (ended.output.trim() === `v${version}`) return true;
  throw new SetupFailure(
    `Node ${version} does not start on this machine, which needs glibc 2.28 or newer and libatomic1 ("${ended.output.trim().split('\n')[0]}"): use a newer Debian or Ubuntu, or the image (see README.md).`,
  );
}
