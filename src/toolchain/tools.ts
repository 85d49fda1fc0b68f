import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs one of the compiler's tools and returns its output. Rejects with one sentence when it is not installed. */
export async function tool(name: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(name, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    if (isMissing(error)) throw new Error(missingTool(name));
    throw new Error(`${name} ${args.join(' ')} failed: ${complaint(error)}`);
  }
}

/** What to do about a tool that is not there. */
export function missingTool(name: string): string {
  return `${name} is not installed; on Debian and Ubuntu: apt install gcc make binutils`;
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function complaint(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return stderr || String(error);
}
