import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TraceError } from '../errors.ts';
import type { CommandOptions } from './options.ts';

/** Throws one sentence where the command cannot start: its folder or its program is missing, or may not be run. */
export function checkProgram(argv: readonly string[], { cwd, env }: CommandOptions): void {
  const [program] = argv;
  if (program === undefined || program === '') {
    throw new TraceError('Name a command to trace, such as `ls -l`.');
  }
  const folder = cwd instanceof URL ? fileURLToPath(cwd) : (cwd ?? '.');
  if (!isFolder(folder)) {
    throw new TraceError(`The folder '${folder}' to run '${program}' in does not exist.`);
  }
  const path = (env ?? process.env).PATH ?? '';
  if (program.includes('/')) checkFile(resolve(folder, program));
  else if (!path.split(delimiter).some((entry) => mayRun(resolve(folder, join(entry, program))))) {
    throw new TraceError(`There is no program '${program}' in any folder of PATH.`);
  }
}

function checkFile(file: string): void {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    throw new TraceError(`There is no file '${file}' to run.`);
  }
  if (!mayRun(file)) throw new TraceError(`'${file}' may not be run: it is not executable.`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
