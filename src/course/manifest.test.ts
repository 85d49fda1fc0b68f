import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { exerciseIds, exercises, lessons, ROOT, schedule, tracks, wrongAnswers } from './index.ts';
import { readEntry } from './read-entry.ts';

test('every lesson is as the schema says, and its file is named after it', () => {
  const files = readdirSync(`${ROOT}src/course/lessons`).toSorted();
  assert.deepEqual(
    lessons().map(({ id }) => `${id}.json`),
    files,
  );
});

test('the exercises of the manifest and those of the tree are the same', () => {
  const declared = exercises().map(({ id }) => id);
  assert.deepEqual(declared.toSorted(), exerciseIds());
});

test('every declared test is declared by its test file under that name', () => {
  for (const { id, tests, files } of exercises()) {
    const text = readFileSync(files.test, 'utf8');
    for (const name of tests) assert.ok(text.includes(name), `${id}: ${name}`);
  }
});

test('every exercise has its stub, reference and corpus', () => {
  for (const { id, files } of exercises()) {
    for (const path of [files.stub, files.reference]) assert.ok(existsSync(path), path);
    assert.ok(readdirSync(files.right).length >= 2, `${id} has fewer than two other right answers`);
    assert.deepEqual(
      wrongAnswers(id)
        .map(({ file }) => file)
        .toSorted(),
      readdirSync(files.wrong).toSorted(),
      `${id}: wrong.json and wrong/ list different files`,
    );
  }
});

test('an entry that is read by itself is the same as in the validated manifest', () => {
  for (const { id, lesson: _lesson, files: _files, ...entry } of exercises()) {
    assert.deepEqual({ ...readEntry(id), id }, { ...entry, id });
  }
});

test('every track fits into its budget', () => {
  for (const track of tracks()) {
    const { spare } = schedule(track, lessons());
    assert.ok(spare === null || spare >= 0, `${track.title} is ${spare} minutes over`);
  }
});
