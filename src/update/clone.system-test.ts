import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ScratchCourse } from './scratch-course.ts';
import { update } from './update.ts';

const DECODE = 'exercises/01-one-call/decode.ts';
const LESSON = 'notebooks/01-one-call.ipynb';
const FIRST = { [DECODE]: 'stub 1', [LESSON]: 'lesson 1', 'src/a.ts': 'a 1', 'README.md': 'read' };

const refusal = async (top: string) => {
  const outcome = await update({ top, master: null });
  assert.equal(outcome.status, 'refused');
  assert.doesNotMatch(outcome.sentence, /\n/, 'one sentence');
  return outcome.sentence;
};

test('an untouched clone is brought up to date, and then is', async () => {
  using course = new ScratchCourse(FIRST);
  course.publish({ [DECODE]: 'stub 2', 'src/a.ts': null, 'src/b.ts': 'b 1' });
  const outcome = await update({ top: course.clone });
  assert.deepEqual(outcome, {
    status: 'updated',
    sentence: 'The course was brought up to date: 1 change from origin/main.',
    kept: [],
  });
  assert.equal(course.read(DECODE), 'stub 2');
  assert.equal(existsSync(join(course.clone, 'src/a.ts')), false);
  const again = await update({ top: course.clone });
  assert.equal(again.sentence, 'The course is up to date with origin/main.');
});

test('edits that are in nobody’s way stay where they are', async () => {
  using course = new ScratchCourse(FIRST);
  course.write(course.clone, { [DECODE]: 'my answer', [LESSON]: 'ran', 'notes.md': 'mine' });
  course.publish({ 'src/a.ts': 'a 2' });
  const outcome = await update({ top: course.clone });
  assert.deepEqual(outcome.status === 'updated' && outcome.kept, []);
  assert.deepEqual([course.read(DECODE), course.read(LESSON)], ['my answer', 'ran']);
  assert.equal(course.read('src/a.ts'), 'a 2');
});

test('what both have changed is kept beside the new one: edited, staged, added and ran', async () => {
  using course = new ScratchCourse(FIRST);
  course.write(course.clone, {
    [DECODE]: 'my answer',
    'exercises/01-one-call/decode.mine.ts': 'old',
  });
  course.write(course.clone, { [LESSON]: 'ran', 'src/new.ts': 'mine', 'src/a.ts': 'a 2' });
  course.git(course.clone, 'add', LESSON);
  course.write(course.clone, { 'README.md': null });
  course.publish({ [DECODE]: 'stub 2', [LESSON]: 'lesson 2', 'src/new.ts': 'theirs' });
  course.publish({ 'src/a.ts': 'a 2', 'README.md': 'read on' });
  const outcome = await update({ top: course.clone });
  assert.deepEqual(outcome.status === 'updated' && outcome.kept, [
    { file: DECODE, keptAs: 'exercises/01-one-call/decode.mine-2.ts' },
    { file: LESSON, keptAs: 'notebooks/01-one-call.mine.ipynb' },
    { file: 'src/new.ts', keptAs: 'src/new.mine.ts' },
  ]);
  assert.deepEqual(
    [
      'exercises/01-one-call/decode.mine-2.ts',
      'notebooks/01-one-call.mine.ipynb',
      'src/new.mine.ts',
    ].map((file) => course.read(file)),
    ['my answer', 'ran', 'mine'],
  );
  assert.equal(course.read('exercises/01-one-call/decode.mine.ts'), 'old', 'an earlier one stays');
  assert.deepEqual(
    [DECODE, LESSON, 'src/new.ts', 'src/a.ts', 'README.md'].map((file) => course.read(file)),
    ['stub 2', 'lesson 2', 'theirs', 'a 2', 'read on'],
  );
  assert.equal(course.git(course.clone, 'status', '--porcelain', '-uno'), '', 'nothing half done');
});

test('a learner’s own commits are merged, and not at all where they do not fit', async () => {
  using course = new ScratchCourse(FIRST);
  course.write(course.clone, { [DECODE]: 'my answer' });
  course.commit(course.clone);
  course.publish({ 'src/a.ts': 'a 2' });
  assert.equal((await update({ top: course.clone })).status, 'updated');
  assert.deepEqual([course.read(DECODE), course.read('src/a.ts')], ['my answer', 'a 2']);

  course.publish({ [DECODE]: 'stub 2', 'src/a.ts': 'a 3' });
  const before = course.git(course.clone, 'rev-parse', 'HEAD');
  assert.match(
    await refusal(course.clone),
    /do not fit together \(exercises\/01-one-call\/decode\.ts\)/,
  );
  assert.equal(course.git(course.clone, 'rev-parse', 'HEAD'), before);
  assert.equal(course.git(course.clone, 'status', '--porcelain'), '', 'nothing half done');

  course.write(course.clone, { 'README.md': 'edited' });
  assert.match(await refusal(course.clone), /2 commits of your own, and there are edits/);
});

test('each thing in the way is one sentence that says what to do', async () => {
  using course = new ScratchCourse(FIRST);
  const { clone } = course;
  course.git(clone, 'checkout', '--quiet', '--detach');
  assert.match(await refusal(clone), /on no branch .* git switch main/);
  course.git(clone, 'switch', '--quiet', '--create', 'own');
  assert.match(await refusal(clone), /own follows no branch .* --set-upstream-to=origin\/main/);
  course.git(clone, 'switch', '--quiet', 'main');

  course.write(clone, { [DECODE]: 'mine' });
  course.commit(clone);
  course.publish({ [DECODE]: 'theirs' });
  course.git(clone, 'fetch', '--quiet');
  assert.throws(() => course.git(clone, 'merge', '--quiet', 'origin/main'));
  assert.match(await refusal(clone), /merge or rebase is unfinished .*git merge --abort/);
  course.git(clone, 'merge', '--abort');

  course.git(clone, 'remote', 'set-url', 'origin', 'http://127.0.0.1:1/course.git');
  assert.match(await refusal(clone), /could not be fetched .*: check the network/);
  course.git(clone, 'remote', 'remove', 'origin');
  assert.match(await refusal(clone), /knows no place to update from: git remote add origin/);
  assert.match(await refusal(course.folder), /no git clone/);
});

test('an update that was stopped by Ctrl-C has changed nothing', async () => {
  using course = new ScratchCourse(FIRST);
  course.write(course.clone, { [DECODE]: 'my answer' });
  course.publish({ [DECODE]: 'stub 2' });
  await assert.rejects(update({ top: course.clone, signal: AbortSignal.abort() }), /abort/i);
  assert.equal(course.read(DECODE), 'my answer');
});
