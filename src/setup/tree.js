import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the tree: an absolute path, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** An absolute path inside the tree. @param {...string} parts */
export const inTree = (...parts) => join(root, ...parts);

/** Node 26 as the lock has it; it exists once the npm packages are installed. */
export const node26 = inTree('node_modules', '.bin', 'node');

/** The Python of the tree's own environment; it exists once JupyterLab is installed. */
export const venvPython = inTree('.venv', 'bin', 'python');

/** Where set-up keeps its logs and its stamp. Learners' own state stands beside it, untouched. */
export const setupState = inTree('.workshop', 'setup');
