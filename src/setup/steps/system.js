import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../child.js';
import { forTools } from '../environment.js';
import { SetupFailure } from '../failure.js';
import { toldBy } from '../log.js';
import { inTree } from '../tree.js';
import { findPython, hasJupyter } from './python.js';

/** @typedef {{package: string, found: {command?: string[], file?: string[], python?: boolean}, blocks: 'start' | 'lessons' | 'test'}} SystemPackage */

/** The Debian packages that the workshop uses, how to see that each is there, and what fails without it. @type {{packages: SystemPackage[]}} */
export const { packages } = JSON.parse(
  readFileSync(inTree('src/setup/system-packages.json'), 'utf8'),
);

/**
 * Installs the missing system tools where it may (root, apt). Elsewhere it fails with the one command
 * that installs them when set-up cannot go on, and returns the notice when only some lessons need them.
 * @param {{browser: boolean}} wanted
 * @returns {Promise<{did: string, notice?: string}>}
 */
export async function installSystemTools({ browser }) {
  const relevant = packages.filter((entry) => browser || entry.blocks !== 'test');
  let missing = await missingOf(relevant);
  if (missing.length === 0) return { did: 'ready' };

  const apt = isExecutable('apt-get');
  if (apt && process.getuid?.() === 0) {
    await aptInstall(missing.map((entry) => entry.package));
    missing = await missingOf(relevant);
    if (missing.length === 0) return { did: 'installed' };
  }
  const sentence = missingSentence(missing, apt);
  if (missing.some((entry) => entry.blocks !== 'lessons')) throw new SetupFailure(sentence);
  return { did: 'some are missing', notice: sentence };
}

/**
 * One sentence: which packages are missing and the command that installs them.
 * @param {readonly SystemPackage[]} missing @param {boolean} apt
 */
export function missingSentence(missing, apt) {
  const names = missing.map((entry) => entry.package).join(' ');
  const them = missing.length === 1 ? 'This system tool is' : 'These system tools are';
  const remedy = apt
    ? `install with  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names} `
    : `install what your system calls ${names} (Debian’s name${missing.length === 1 ? '' : 's'})`;
  return `${them} missing; ${remedy} and run the same command again.`;
}

/** @param {readonly SystemPackage[]} entries */
async function missingOf(entries) {
  const missing = [];
  for (const entry of entries) if (!(await isThere(entry.found))) missing.push(entry);
  return missing;
}

/** @param {SystemPackage['found']} found */
async function isThere({ command, file, python }) {
  // Once JupyterLab is in .venv, no other Python is needed.
  if (python) return hasJupyter() || (await findPython()).ok;
  return (
    (command?.some(isExecutable) ?? false) || (file?.some((path) => existsSync(path)) ?? false)
  );
}

/** @param {string} program */
function isExecutable(program) {
  const folders = (forTools(process.env).PATH ?? '').split(delimiter).filter(Boolean);
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {readonly string[]} names */
async function aptInstall(names) {
  const env = { ...forTools(process.env), DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt (unattended upgrades) may hold the lock for a while; an earlier one may have been cut short.
  const patience = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2'];
  const commands = [
    ['dpkg', '--configure', '-a'],
    ['apt-get', ...patience, 'update'],
    ['apt-get', ...patience, 'install', '-y', '--no-install-recommends', ...names],
  ];
  for (const argv of commands) {
    const ended = await run(argv, { env });
    if (ended.code !== 0) throw toldBy('apt', ended, `apt could not install ${names.join(' ')}`);
  }
}
