import assert from 'node:assert/strict';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { ROOT } from '../../course/index.ts';
import { resetExercise } from './reset.ts';

const ID = '00-welcome/break-it';
const home = mkdtempSync(join(tmpdir(), 'reset-'));
after(() => rmSync(home, { recursive: true }));
cpSync(join(ROOT, 'exercises/00-welcome'), join(home, 'exercises/00-welcome'), { recursive: true });
process.env.WORKSHOP_EXERCISES = join(home, 'exercises');
process.env.WORKSHOP_STATE = join(home, 'state');

const answer = join(home, 'exercises', `${ID}.ts`);
const stub = readFileSync(join(ROOT, 'solutions', ID, 'stub.ts'), 'utf8');

test('a reset brings the stub back and keeps the answer as a backup', () => {
  writeFileSync(answer, '// mine');
  const { backup } = resetExercise(ID);
  assert.equal(readFileSync(answer, 'utf8'), stub);
  assert.equal(readFileSync(backup ?? '', 'utf8'), '// mine');
});

test('a reset of what is the stub already, or of nothing, keeps no backup', () => {
  assert.equal(resetExercise(ID).backup, null);
  rmSync(answer);
  assert.equal(resetExercise(ID).backup, null);
  assert.equal(readFileSync(answer, 'utf8'), stub);
});

test('what is no file is moved to the backups as it is, and the stub is back', () => {
  rmSync(answer);
  mkdirSync(answer);
  writeFileSync(join(answer, 'draft'), 'mine');
  const { backup } = resetExercise(ID);
  assert.equal(readFileSync(join(backup ?? '', 'draft'), 'utf8'), 'mine');
  assert.equal(readFileSync(answer, 'utf8'), stub);

  rmSync(answer);
  symlinkSync('/nowhere/at-all', answer);
  const { backup: link } = resetExercise(ID);
  assert.ok(lstatSync(link ?? '').isSymbolicLink());
  assert.equal(readFileSync(answer, 'utf8'), stub);
});

test('a backup that cannot be written leaves the answer as it was', () => {
  writeFileSync(answer, '// mine');
  const state = process.env.WORKSHOP_STATE;
  process.env.WORKSHOP_STATE = join(answer, 'no-folder');
  assert.throws(() => resetExercise(ID));
  process.env.WORKSHOP_STATE = state;
  assert.equal(readFileSync(answer, 'utf8'), '// mine');
});
