import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { COMPILER_ENV, COMPILER_FLAGS, nativeCompiler } from '../check/types/compiler.ts';
import { parseComplaints } from '../check/types/complaints.ts';

/**
 * Compiles all mutants of one answer at once, as the checker compiles an answer: each by itself, and its exports
 * against those of the stub. Returns the paths that are refused.
 */
export async function refusedByCompiler(
  paths: readonly string[],
  stub: string,
  folder: string,
): Promise<Set<string>> {
  const compiler = nativeCompiler();
  if (compiler === undefined) throw new Error('The TypeScript compiler is not installed.');
  const contract = join(folder, 'contract.mts');
  // Two lines a mutant, after the first: a complaint's line tells whose exports do not fit.
  const checks = paths.map(
    (path, at) =>
      `import * as m${at} from ${JSON.stringify(path)};\nm${at} satisfies typeof stub;\n`,
  );
  writeFileSync(
    contract,
    `import type * as stub from ${JSON.stringify(stub)};\n${checks.join('')}`,
  );
  const output = await compilerOutput(compiler, contract);
  const refused = parseComplaints(output).map(({ file, line }) =>
    basename(file) === 'contract.mts' ? paths[Math.floor((line - 2) / 2)] : resolve('/', file),
  );
  return new Set(paths.filter((path) => refused.includes(path)));
}

function compilerOutput(compiler: string, file: string): Promise<string> {
  const options = {
    cwd: '/',
    env: { ...process.env, ...COMPILER_ENV },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  };
  return new Promise((done, fail) => {
    execFile(compiler, [...COMPILER_FLAGS, file], options, (error, stdout) => {
      // A number is the exit code that says there were complaints.
      if (error === null || typeof error.code === 'number') done(stdout);
      else fail(error);
    });
  });
}
