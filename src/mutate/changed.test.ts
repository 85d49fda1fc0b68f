import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exercises } from '../course/index.ts';
import { changedSince } from './changed.ts';

test('without such a commit every exercise counts as changed', () => {
  const all = exercises();
  assert.deepEqual(changedSince('no-such-commit', all), all);
});
