import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Another process is launched as this one was, and its loader says which files it tries. */
export function whichLibrary(name: string): string | null {
  const launch = readFileSync('/proc/self/environ', 'utf8').split('\0');
  const path = launch.find((line) => line.startsWith('LD_LIBRARY_PATH='))?.slice(16);
  const env = { LD_DEBUG: 'libs', LD_PRELOAD: name, ...(path && { LD_LIBRARY_PATH: path }) };
  const { stderr } = spawnSync('/bin/true', { env, encoding: 'utf8' });
  if (stderr.includes('cannot be preloaded')) return null;
  if (name.includes('/')) return name;
  const tries = stderr.match(/trying file=\S+/g) ?? [];
  const files = tries.map((line) => line.slice(12)).filter((file) => file.endsWith(`/${name}`));
  return files.find((file) => existsSync(file)) ?? null;
}
