import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const CHILD = fileURLToPath(new URL('child/where.ts', import.meta.url));

/**
 * The real file that dlopen takes for this name, asked of the dynamic linker itself in a child; null when it finds
 * none. `env` is the child's whole environment: the linker reads it once, when a program starts.
 */
export async function whereFound(
  name: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | null> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, name], {
    env,
    timeout: 30_000,
  });
  // A library may print while it is loaded: the answer is the last line.
  return z
    .string()
    .nullable()
    .parse(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''));
}
