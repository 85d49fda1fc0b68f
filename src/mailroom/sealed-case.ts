import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stateFolder } from '../course/index.ts';
import { notice } from '../display/index.ts';
import { CASES, type CaseFile, programOf } from './cases.ts';

const LIMIT_MS = 5000;
const NOT_BUILT =
  'The program of this case has not been built: run `make -C native` at the top of the course.';

export type SealedCase = {
  /** How to start the program: trace it, debug it, look at it. */
  argv: [string, string];
  /** The case's own folder, which is yours to change. */
  folder: string;
  /** Runs the program, with these variables added to its environment, and says whether it is content. */
  check(env?: Readonly<Record<string, string>>): Promise<void>;
};

// Laid beside and renamed whole: a folder that is there is complete.
const lay = (folder: string, file: CaseFile): void => {
  if (existsSync(folder)) return;
  const draft = `${folder}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const nonce = randomBytes(8).toString('hex');
  writeFileSync(join(draft, 'nonce'), `${nonce}\n`);
  file.lay(draft, nonce);
  renameSync(draft, folder);
};

const run = ([program, folder]: [string, string], env: Readonly<Record<string, string>>) =>
  new Promise<string>((resolve, reject) => {
    const child = spawn(program, [folder], {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });

/**
 * Opens the sealed case of a lesson: shows what is known and returns how to start the program. The
 * folder keeps the learner's changes and stays the same until it is deleted.
 */
export const sealedCase = (lesson: string): SealedCase => {
  const file = CASES[lesson];
  if (!file) throw new RangeError(`The lesson ${lesson} has no sealed case.`);
  const folder = join(stateFolder(), 'cases', lesson);
  const argv: [string, string] = [programOf(file), folder];
  const built = existsSync(argv[0]);
  if (built) {
    mkdirSync(dirname(folder), { recursive: true });
    lay(folder, file);
  }
  notice(built ? `${file.brief}\n\n${argv.join(' ')}` : NOT_BUILT);
  return {
    argv,
    folder,
    async check(env = {}) {
      if (!existsSync(argv[0])) return notice(NOT_BUILT);
      const end = await run(argv, env);
      if (end === '0')
        notice('It exits with 0: the case is solved. What was the cause, in one sentence?');
      else notice(`It still ends with ${end}. ${file.hint}`);
    },
  };
};
