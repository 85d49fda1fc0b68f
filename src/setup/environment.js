import { delimiter } from 'node:path';
import { inTree } from './tree.js';

// Settings of the user's shell that would change what Node, Python, pip or make do here. What a
// user needs to reach a network (proxies, certificates, package indexes) is kept.
const foreign =
  /^(NODE_OPTIONS|NODE_PATH|PYTHON.*|JUPYTER.*|IPYTHONDIR|VIRTUAL_ENV|MAKEFLAGS|MAKELEVEL|PIP_(TARGET|PREFIX|ROOT|DRY_RUN|NO_BINARY|REQUIREMENT|CONSTRAINT|EDITABLE))$/;

// What npm adds for its own scripts. A lesson that lists a child's environment should list the learner's.
const fromNpm = /^(npm_.*|INIT_CWD|NODE|COLOR)$/;

/**
 * The environment for a tool that set-up runs: the user's, less what would change the tool.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function forTools(env) {
  const kept = Object.entries(env).filter(([name]) => !foreign.test(name));
  // A pip.conf with `user = true` would install outside the tree.
  return { ...Object.fromEntries(kept), PATH: hostPath(env.PATH ?? ''), PIP_USER: '0' };
}

/**
 * The environment for JupyterLab, lessons and tests: as a shell has it, with Node 26 first on PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function forLearners(env) {
  const { PIP_USER: _, ...tools } = forTools(env);
  const kept = Object.entries(tools).filter(([name]) => !fromNpm.test(name));
  const path = [inTree('node_modules', '.bin'), tools.PATH].filter(Boolean).join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path };
}

/**
 * PATH without the folders that npm puts in front for its scripts: npm itself must run on the host's Node.
 * @param {string} path
 */
export function hostPath(path) {
  return path
    .split(delimiter)
    .filter((folder) => !/node_modules\/(\.bin|.*node-gyp-bin)\/?$/.test(folder))
    .join(delimiter);
}
