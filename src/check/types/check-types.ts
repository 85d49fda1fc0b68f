import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMPILER_ENV, COMPILER_FLAGS, nativeCompiler } from './compiler.ts';

/** What the compiler wrote, or why it could not be asked. */
export type Compiled =
  | { readonly output: string }
  | { readonly output?: never; readonly unavailable: string };

const LIMIT_MS = 20_000;

/**
 * Starts the compiler on one answer: the file by itself, and its exports against those of the stub, which are the
 * exercise's contract. Never rejects; an abort ends it with `unavailable`.
 */
export function compileAnswer(
  answer: string,
  stub: string,
  signal?: AbortSignal,
): Promise<Compiled> {
  const compiler = nativeCompiler();
  if (compiler === undefined) {
    return Promise.resolve({ unavailable: 'the TypeScript compiler is not installed' });
  }
  const folder = mkdtempSync(join(tmpdir(), 'workshop-types-'));
  const contract = join(folder, CONTRACT);
  try {
    writeFileSync(contract, contractOf(answer, existsSync(stub) ? stub : answer));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return new Promise((resolve) => {
    execFile(
      compiler,
      [...COMPILER_FLAGS, contract],
      {
        // The compiler names files relative to here.
        cwd: '/',
        env: { ...process.env, ...COMPILER_ENV },
        maxBuffer: 4 * 1024 * 1024,
        timeout: LIMIT_MS,
        killSignal: 'SIGKILL',
        ...(signal === undefined ? {} : { signal }),
      },
      (error, stdout) => {
        rmSync(folder, { recursive: true, force: true });
        const finished = error === null || typeof error.code === 'number';
        resolve(finished ? { output: stdout } : { unavailable: error.message });
      },
    );
  });
}

/** The name of the file that states the contract, by which its complaints are told from the answer's own. */
export const CONTRACT = 'contract.mts';

function contractOf(answer: string, stub: string): string {
  return [
    `import * as answer from ${JSON.stringify(answer)};`,
    `import type * as stub from ${JSON.stringify(stub)};`,
    'answer satisfies typeof stub;',
    '',
  ].join('\n');
}
