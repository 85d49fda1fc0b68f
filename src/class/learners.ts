import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Account } from './browser-session.ts';

const GROUP = 'workshop-learners';

/** A learner of the class: an account of the system, with a home that nobody else may enter. */
export interface Learner extends Account {
  readonly home: string;
  readonly uid: number;
}

/** Makes `count` users of the system, `learner-01` and on; throws, changing nothing, when such a user exists. */
export async function addLearners(count: number, homes: string): Promise<Learner[]> {
  const names = Array.from({ length: count }, (_, index) => name(index + 1));
  for (const taken of names) {
    const { failed } = await execa('id', [taken], { reject: false });
    if (failed) continue;
    throw new Error(`The user ${taken} exists already: remove it first, with userdel ${taken}.`);
  }
  await execa('groupadd', ['--force', GROUP]);
  // useradd locks the password file, so the users are made one after the other.
  const learners: Learner[] = [];
  for (const learner of names) learners.push(await addLearner(learner, homes));
  return learners;
}

async function addLearner(name: string, homes: string): Promise<Learner> {
  const home = join(homes, name);
  const password = randomBytes(12).toString('base64url');
  await execa('useradd', ['-m', '-d', home, '-G', GROUP, '-s', '/bin/bash', name]);
  await execa('chpasswd', { input: `${name}:${password}` });
  await execa('chmod', ['700', home]);
  const { stdout } = await execa('id', ['-u', name]);
  return { name, password, home, uid: Number(stdout) };
}

/** Ends what the learners left running, and removes them with their homes. */
export async function removeLearners(learners: readonly Learner[]): Promise<void> {
  for (const { name, uid } of learners) {
    await execa('pkill', ['-KILL', '-U', String(uid)], { reject: false });
    await execa('userdel', ['--remove', '--force', name], { reject: false });
  }
  await execa('groupdel', [GROUP], { reject: false });
}

function name(number: number): string {
  return `learner-${String(number).padStart(2, '0')}`;
}
