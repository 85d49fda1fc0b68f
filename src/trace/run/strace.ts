import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { TraceError, TraceRefused } from '../errors.ts';

/** What every trace of the course is made with: all threads and children, wall-clock times, durations, paths of descriptors, strings up to 256 bytes. */
export const STRACE_OPTIONS: readonly string[] = ['-f', '-ttt', '-T', '-y', '-s', '256'];

const STRACE_MISSING =
  'strace is not installed: run `apt-get install strace`, or use the course image.';

/** The environment for strace itself: its messages in English, so that they can be read. */
export function straceEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...env, LC_ALL: 'C' };
}

/**
 * strace's options for a fault injection such as `clone,clone3,vfork,fork:error=ENOMEM`.
 * A name that this architecture lacks (arm64 has no fork) is left out instead of refused.
 */
export function injectionOptions(inject: string | undefined): string[] {
  if (inject === undefined) return [];
  const shape = /^([a-z_0-9]+(?:,[a-z_0-9]+)*):([a-z_]+=.+)$/.exec(inject);
  if (shape === null) {
    throw new TraceError(
      `The injection '${inject}' is not understood: write it as 'clone,fork:error=ENOMEM'.`,
    );
  }
  const names = shape[1]?.split(',').map((name) => `?${name}`);
  return ['-e', `inject=${names?.join(',')}:${shape[2]}`];
}

/** Where strace is on this process's own PATH, whatever PATH the traced command is given; throws when it is nowhere. */
export function stracePath(): string {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'strace');
    if (folder !== '' && existsSync(path)) return path;
  }
  throw new TraceRefused(STRACE_MISSING);
}
