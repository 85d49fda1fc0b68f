import { run } from '../child.js';
import { forLearners } from '../environment.js';
import { toldBy } from '../log.js';
import { inTree, node26 } from '../tree.js';

/** Tells JupyterLab where the TypeScript kernel is. Its paths are absolute, so it is written every time: the tree may have moved. */
export async function installKernel() {
  const argv = [node26, inTree('src/kernel/install.ts'), inTree('.venv')];
  const ended = await run(argv, { env: forLearners(process.env) });
  if (ended.code !== 0)
    throw toldBy('kernel', ended, 'The TypeScript kernel could not be registered');
  return 'registered';
}
