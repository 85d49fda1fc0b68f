import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exerciseFiles, stateFolder } from '../../course/paths.ts';

/** What a reset did: where the answer was kept, null when there was none or it was the stub already. */
export interface Reset {
  readonly file: string;
  readonly backup: string | null;
}

/** Puts the stub back in place of a learner's answer, which is kept under .workshop/backups first. */
export function resetExercise(id: string): Reset {
  const { answer, stub } = exerciseFiles(id);
  const changed = existsSync(answer) && !readFileSync(answer).equals(readFileSync(stub));
  const backup = changed
    ? join(
        stateFolder(),
        'backups',
        `${id}.${new Date().toISOString().replaceAll(/[:.]/g, '-')}.ts`,
      )
    : null;
  if (backup !== null) {
    mkdirSync(dirname(backup), { recursive: true });
    copyFileSync(answer, backup);
  }
  copyFileSync(stub, answer);
  return { file: answer, backup };
}
