import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from '../child.js';
import { SetupFailure } from '../failure.js';
import { toldBy } from '../log.js';
import { isStamped, stampOf, writeStamp } from '../stamp.js';
import { inTree } from '../tree.js';
import { checkRoom } from './host.js';
import { linkNode } from './node.js';

const stampFile = inTree('node_modules', '.workshop-stamp');

// Each flag undoes a setting that a user may have for other projects. No package here needs its
// install script: koffi and zeromq ship prebuilt, Node comes as a plain file.
const flags = [
  '--ignore-scripts',
  '--engine-strict=false',
  '--include=dev',
  '--include=optional',
  '--install-strategy=hoisted',
  '--package-lock=true',
  '--dry-run=false',
  '--global=false',
  '--no-audit',
  '--no-fund',
  // Without a network, fail in seconds rather than in minutes.
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=4000',
];

/** Installs exactly the packages of package-lock.json, Node 26 among them, when the lock changed or an earlier try was cut short. */
export async function installPackages() {
  const stamp = stampOf([readFileSync(inTree('package-lock.json')), process.arch]);
  if (isStamped(stampFile, stamp) && (await linkNode())) return 'ready';

  if (!existsSync(stampFile)) checkRoom();
  const ended = await run([...npmCommand(process.env), 'ci', ...flags]);
  if (ended.missing)
    throw new SetupFailure(
      'npm is not installed or not on PATH: install it (Debian: apt-get install npm) and run the same command again.',
    );
  if (ended.code !== 0) throw toldBy('npm', ended, 'The npm packages could not be installed');
  // npm passes over an optional package that it cannot fetch, and Node 26 is one.
  if (!(await linkNode())) throw toldBy('npm', ended, 'Node 26 could not be installed by npm');
  writeStamp(stampFile, stamp);
  return 'installed';
}

/**
 * How to call npm: the very npm that runs this script, on the Node that runs it, else the one on PATH.
 * @param {NodeJS.ProcessEnv} env
 */
export function npmCommand({ npm_execpath: script, npm_node_execpath: node }) {
  return script && node && basename(script) === 'npm-cli.js' ? [node, script] : ['npm'];
}
