import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

const ROOT = new URL('../../', import.meta.url).pathname;
// A learner cannot enter root's home, where the Python of `.venv` may live: the class has one of the system's.
const PYTHON = '/usr/bin/python3';

/** The parts of an installed class, all below one folder that anybody may read and root alone may write. */
export interface Master {
  readonly folder: string;
  readonly proxy: readonly string[];
}

/**
 * Installs what deploy/README.md describes: the course with its packages, JupyterLab and JupyterHub in a virtual
 * environment of its own, the proxy, the C parts and the kernelspec. Takes about a minute.
 */
export async function installMaster(base: string): Promise<Master> {
  await chmod(base, 0o755);
  const folder = join(base, 'master');
  await mkdir(folder);
  await copyCourse(folder);
  await execa('cp', ['-a', join(ROOT, 'node_modules'), folder]);
  const python = join(folder, '.venv/bin/python3');
  await execa(PYTHON, ['-m', 'venv', join(folder, '.venv')]);
  const locks = ['src/setup/jupyter/requirements.txt', 'image/requirements-hub.txt'];
  await execa(python, [
    ...['-m', 'pip', 'install', '--quiet', '--no-deps', '--require-hashes'],
    ...locks.flatMap((lock) => ['-r', join(folder, lock)]),
  ]);
  const hub = join(folder, 'deploy/hub');
  await execa('npm', ['ci', '--ignore-scripts', '--omit=dev'], { cwd: hub });
  const node = join(folder, 'node_modules/.bin/node');
  await execa('make', ['-C', join(folder, 'native')]);
  await execa(node, [join(folder, 'src/kernel/install.ts'), join(folder, '.venv')]);
  await execa('chmod', ['-R', 'a+rX', folder]);
  const proxy = join(hub, 'node_modules/configurable-http-proxy/bin/configurable-http-proxy');
  return { folder, proxy: [node, proxy] };
}

/** Copies what git tracks, as it stands in the tree. */
async function copyCourse(folder: string): Promise<void> {
  const { stdout } = await execa('git', ['ls-files', '-z'], { cwd: ROOT });
  const archive = { cwd: ROOT, input: stdout, encoding: 'buffer' } as const;
  const tar = await execa('tar', ['--null', '-T', '-', '-cf', '-'], archive);
  await execa('tar', ['-C', folder, '-xf', '-'], { input: tar.stdout });
}
