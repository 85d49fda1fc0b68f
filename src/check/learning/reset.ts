import {
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { exerciseFiles, stateFolder } from '../../course/paths.ts';
import { answerTrouble } from './answer-file.ts';

/** What a reset did: where the answer was kept, null when there was none or it was the stub already. */
export interface Reset {
  readonly file: string;
  readonly backup: string | null;
}

/**
 * Puts the stub back in place of a learner's answer, which is kept under .workshop/backups first: a copy of a file; what
 * is no file that can be read (a folder, a link that leads nowhere) is moved there as it is.
 */
export function resetExercise(id: string): Reset {
  const { answer, stub } = exerciseFiles(id);
  const readable = answerTrouble(answer) === null;
  const present = lstatSync(answer, { throwIfNoEntry: false }) !== undefined;
  const kept = present && !(readable && readFileSync(answer).equals(readFileSync(stub)));
  const backup = kept ? freshBackup(id) : null;
  if (backup !== null && readable) copyWhole(answer, backup);
  if (backup !== null && !readable) move(answer, backup);
  copyWhole(stub, readable ? realpathSync(answer) : answer);
  return { file: answer, backup };
}

/** Whole or not at all: a full disk leaves what was there. */
function copyWhole(from: string, to: string): void {
  const draft = `${to}.new`;
  try {
    copyFileSync(from, draft);
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function freshBackup(id: string): string {
  const at = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const backup = join(stateFolder(), 'backups', `${id}.${at}.ts`);
  mkdirSync(dirname(backup), { recursive: true });
  return backup;
}

/** A rename, also to another file system, where the exercises lie on a mounted volume. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    rmSync(from, { recursive: true });
  }
}
