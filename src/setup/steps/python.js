import { existsSync, readFileSync, rmSync } from 'node:fs';
import { run } from '../child.js';
import { SetupFailure } from '../failure.js';
import { toldBy } from '../log.js';
import { isStamped, stampOf, writeStamp } from '../stamp.js';
import { inTree, venvPython } from '../tree.js';
import { checkRoom } from './host.js';

const oldest = [3, 11];
const stampFile = inTree('.venv', '.workshop-stamp');
const names = [
  'python3',
  '/usr/bin/python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
];

/** @typedef {{ok: true, program: string, version: string} | {ok: false, seen: string[], venv: boolean}} PythonSearch */

/**
 * The first Python that is new enough and can make a virtual environment; else the versions seen,
 * and whether one of them would do if it had its venv module.
 * @returns {Promise<PythonSearch>}
 */
export async function findPython() {
  const seen = [];
  let venv = true;
  for (const program of names) {
    const ended = await run([
      program,
      '-I',
      '-c',
      'import sys; print(*sys.version_info[:3], sep=".")',
    ]);
    const version = ended.output.trim();
    if (ended.code !== 0 || !/^\d+\.\d+\.\d+$/.test(version)) continue;
    seen.push(version);
    if (!isNewEnough(version)) continue;
    if ((await run([program, '-I', '-c', 'import venv, ensurepip'])).code === 0)
      return { ok: true, program, version };
    venv = false;
  }
  return { ok: false, seen, venv };
}

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * The sentence for a search that found nothing usable.
 * @param {readonly string[]} seen @param {boolean} venv
 */
export function pythonProblem(seen, venv) {
  const then = 'and run the same command again';
  if (!venv)
    return `Python ${seen[0]} has no venv module: install it (sudo apt-get install -y python3-venv) ${then}.`;
  if (seen.length === 0)
    return `Python is not installed: install Python ${oldest.join('.')} or newer (sudo apt-get install -y python3-venv) ${then}.`;
  return `Python ${seen[0]} is too old for JupyterLab here: install Python ${oldest.join('.')} or newer ${then}, or use the image (see README.md).`;
}

/** Whether a set-up has put JupyterLab into .venv and its Python is still there: a look, not a try. */
export const hasJupyter = () => existsSync(stampFile) && existsSync(venvPython);

/** Installs the hash-locked JupyterLab into .venv, anew when the lock or the machine's Python changed. */
export async function installJupyter() {
  const lock = inTree('src/setup/jupyter/requirements.txt');
  const current = await run([venvPython, '-I', '-c', 'import sys; print(sys.version)']);
  const stamp = (/** @type {string} */ version) => stampOf([readFileSync(lock), version]);
  if (current.code === 0 && isStamped(stampFile, stamp(current.output))) return 'ready';

  const python = await findPython();
  if (!python.ok) throw new SetupFailure(pythonProblem(python.seen, python.venv));
  checkRoom();
  rmSync(inTree('.venv'), { recursive: true, force: true });
  const made = await run([python.program, '-I', '-m', 'venv', inTree('.venv')]);
  if (made.code !== 0) throw toldBy('venv', made, 'The Python environment could not be made');
  const pip = [venvPython, '-I', '-m', 'pip', 'install', '--require-hashes', '--only-binary=:all:'];
  // Compiling every module beforehand takes longer than compiling those that are used.
  const flags = ['--no-compile', '--no-input', '--disable-pip-version-check', '--retries', '2'];
  const ended = await run([...pip, ...flags, '--requirement', lock]);
  if (ended.code !== 0) throw toldBy('pip', ended, 'JupyterLab could not be installed');
  const installed = await run([venvPython, '-I', '-c', 'import sys; print(sys.version)']);
  writeStamp(stampFile, stamp(installed.output));
  return 'installed';
}
