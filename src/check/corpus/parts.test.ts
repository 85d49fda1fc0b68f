import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exercises, ROOT } from '../../course/index.ts';
import { missingParts, strays } from './parts.ts';

test('every exercise has all its parts', () => {
  assert.deepEqual(exercises().flatMap(missingParts), []);
});

test('every file under exercises/ and solutions/ belongs to an exercise', () => {
  assert.deepEqual(strays(), []);
});

test('the declared tests are those of the test file, in its order', () => {
  for (const { id, tests, files } of exercises()) {
    const text = readFileSync(files.test, 'utf8');
    const places = tests.map((name) => text.indexOf(`'${name}'`));
    assert.ok(!places.includes(-1), `${id} declares a test that its file does not have`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      `${id}: the first failure is told first`,
    );
  }
});

test('what a learner begins with is the stub that reset brings back', () => {
  for (const { id, files } of exercises()) {
    // As it was committed: what a learner edits meanwhile is none of this test's business, and an answer is no stub.
    const argv = ['show', `HEAD:exercises/${id}.ts`];
    const { stdout } = spawnSync('git', argv, { cwd: ROOT, encoding: 'utf8' });
    if (!stdout.includes('not written yet')) continue;
    assert.equal(stdout, readFileSync(files.stub, 'utf8'), id);
  }
});

test('an exercise without its parts is told what it lacks', () => {
  const [whole] = exercises();
  assert.ok(whole);
  const lacking = missingParts({ ...whole, files: { ...whole.files, stub: '/nowhere/stub.ts' } });
  assert.match(lacking.join(), /nowhere\/stub\.ts is missing$/);
});
