import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findNotebook, notebooksIn } from './find.ts';

const folder = mkdtempSync(join(tmpdir(), 'notebooks-'));
after(() => rmSync(folder, { recursive: true }));
for (const name of [
  '01-one-call.ipynb',
  '00-welcome.ipynb',
  'notes.md',
  '00-welcome.mine.ipynb',
  '00-welcome.mine-2.ipynb',
]) {
  writeFileSync(join(folder, name), '');
}

test('lessons come in their order, and no other files, kept ones least of all', () => {
  assert.deepEqual(
    notebooksIn(folder).map((notebook) => notebook.name),
    ['00-welcome', '01-one-call'],
  );
});

test('a lesson is found by its name, its number, its words or its path', () => {
  const path = join(folder, '01-one-call.ipynb');
  for (const name of ['01-one-call', '01', 'one-call', path]) {
    assert.deepEqual(findNotebook(name, folder), { name: '01-one-call', file: path });
  }
});

test('an unknown name suggests the nearest', () => {
  assert.throws(
    () => findNotebook('one-cal', folder),
    /no lesson "one-cal"\. Did you mean one-call\?/,
  );
  assert.throws(
    () => findNotebook('zzzzzz', folder),
    /no lesson "zzzzzz"\. The lessons are the files of/,
  );
  assert.throws(() => findNotebook('/nowhere/a.ipynb', folder), /There is no notebook \/nowhere/);
});
