import fs from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from '../failure.js';
import { root, setupState } from '../tree.js';

// Measured: node_modules 520 MB, .venv 230 MB, and room for the downloads in between.
const neededMiB = 1000;

/**
 * Why this machine cannot run the workshop itself, or undefined when it can.
 * @param {string} platform @param {string} arch
 */
export function hostProblem(platform, arch) {
  const image = 'run it in its Linux image instead: see "docker run" in README.md';
  if (platform !== 'linux') {
    const names = new Map([
      ['darwin', 'macOS'],
      ['win32', 'Windows'],
    ]);
    const name = names.get(platform) ?? platform;
    return `The workshop looks at Linux's own system calls and does not run on ${name}: ${image}.`;
  }
  if (arch !== 'x64' && arch !== 'arm64')
    return `The workshop needs an x86-64 or arm64 processor, and this Node is built for ${arch}: use another machine or a 64-bit Node.`;
  return undefined;
}

/**
 * Turns a failed write into the sentence for it.
 * @param {unknown} error
 */
export function writeProblem(error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk that holds ${root} is full: free at least ${neededMiB} MB there, then run the same command again.`;
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return `${root} cannot be written to: copy the workshop to a folder of your own and run the same command there.`;
  return undefined;
}

/** Fails unless this machine is Linux on a known processor and the tree can be written, with room for what is to come. */
export function checkHost() {
  const problem = hostProblem(process.platform, process.arch);
  if (problem) throw new SetupFailure(problem);
  try {
    const probe = join(setupState, `probe.${process.pid}`);
    // Asked first because a recursive mkdir calls a read-only file system a missing folder.
    fs.accessSync(root, fs.constants.W_OK);
    fs.mkdirSync(setupState, { recursive: true });
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
  } catch (error) {
    const sentence = writeProblem(error);
    if (sentence) throw new SetupFailure(sentence);
    throw error;
  }
}

/** Fails when the disk has no room for what a first set-up installs. */
export function checkRoom() {
  // Node 18.13, Debian 12's first, has no statfs; there a full disk is told when it is met.
  if (!fs.statfsSync) return;
  const { bavail, bsize } = fs.statfsSync(root);
  const freeMiB = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMiB < neededMiB)
    throw new SetupFailure(
      `The disk that holds ${root} has ${freeMiB} MB free and the workshop needs ${neededMiB} MB: free some, then run the same command again.`,
    );
}
