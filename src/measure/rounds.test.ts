import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rounds } from './rounds.ts';

test('each round holds every candidate and starts one further on', () => {
  assert.deepEqual(rounds(['a', 'b', 'c'], 4), [
    ['a', 'b', 'c'],
    ['b', 'c', 'a'],
    ['c', 'a', 'b'],
    ['a', 'b', 'c'],
  ]);
});
