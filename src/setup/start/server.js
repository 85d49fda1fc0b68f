import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { forLearners } from '../environment.js';
import { SetupFailure } from '../failure.js';
import { inTree, root, venvPython } from '../tree.js';

/** @typedef {{child: import('node:child_process').ChildProcess, marker: string, url: string, log: string, ended: Promise<number | null>}} Server */

const state = inTree('.workshop', 'jupyter');
const patienceSeconds = 120;

/**
 * Starts JupyterLab on this port of 127.0.0.1 with a fresh token and returns once it answers. It is in
 * a session of its own, so that Ctrl-C in the terminal reaches only this process, which ends it well.
 * @param {number} port
 * @returns {Promise<Server>}
 */
export async function startServer(port) {
  const token = randomBytes(24).toString('hex');
  const marker = `${process.pid}-${randomBytes(8).toString('hex')}`;
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const log = join(state, `server-${port}.log`);
  const output = openSync(log, 'w', 0o600);
  const child = spawn('setpriv', serverArgv(port), {
    cwd: root,
    detached: true,
    env: serverEnvironment(process.env, token, marker),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', resolve);
  });
  const url = `http://127.0.0.1:${port}/lab/tree/notebooks/00-welcome.ipynb?token=${token}`;
  const server = { child, marker, url, log, ended };
  await answering(server, `http://127.0.0.1:${port}/api/status?token=${token}`);
  return server;
}

/** @param {number} port */
function serverArgv(port) {
  return [
    // Should this process be killed outright, the kernel ends JupyterLab for it.
    ...['--pdeathsig', 'TERM', '--'],
    ...[venvPython, '-I', '-m', 'jupyterlab', '--no-browser'],
    ...['--ServerApp.ip=127.0.0.1', `--ServerApp.port=${port}`, '--ServerApp.port_retries=0'],
    `--ServerApp.root_dir=${root}`,
    `--ServerApp.allow_root=${process.getuid?.() === 0 ? 'True' : 'False'}`,
  ];
}

/**
 * JupyterLab's environment: its settings from src/setup/jupyter, its state in .workshop/jupyter, nothing
 * in the user's home. The token travels here, since other users can read a command line.
 * @param {NodeJS.ProcessEnv} env @param {string} token @param {string} marker
 */
export function serverEnvironment(env, token, marker) {
  return {
    ...forLearners(env),
    JUPYTER_TOKEN: token,
    JUPYTER_PREFER_ENV_PATH: '1',
    JUPYTER_CONFIG_PATH: inTree('src/setup/jupyter'),
    JUPYTER_CONFIG_DIR: join(state, 'config'),
    JUPYTER_DATA_DIR: join(state, 'data'),
    JUPYTER_RUNTIME_DIR: join(state, 'runtime'),
    JUPYTERLAB_SETTINGS_DIR: join(state, 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: join(state, 'workspaces'),
    IPYTHONDIR: join(state, 'ipython'),
    WORKSHOP_SERVER: marker,
  };
}

/** @param {Server} server @param {string} address */
async function answering({ ended, log }, address) {
  const deadline = Date.now() + patienceSeconds * 1000;
  let running = true;
  ended.then(() => {
    running = false;
  });
  while (running && Date.now() < deadline) {
    const reply = await fetch(address).catch(() => undefined);
    if (reply?.ok) return;
    await wait(100);
  }
  const said = readFileSync(log, 'utf8').trim().split('\n').at(-1);
  throw new SetupFailure(
    `JupyterLab ${running ? `did not answer within ${patienceSeconds} s` : 'ended before it was ready'} ("${said}"): the whole output is in ${log}; remove the folder .venv to have it installed anew, then run  npm start  again.`,
  );
}
