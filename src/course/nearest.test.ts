import assert from 'node:assert/strict';
import test from 'node:test';
import { nearest } from './nearest.ts';

test('the nearest word comes first, at most three come, and none that is far off', () => {
  const commands = ['check', 'hint', 'solution', 'reset', 'progress', 'lessons'];
  assert.deepEqual(nearest('chekc', commands), ['check']);
  assert.deepEqual(nearest('lesons', commands), ['lessons']);
  assert.deepEqual(nearest('banana', commands), []);
  assert.equal(nearest('a', ['a1', 'a2', 'a3', 'a4']).length, 3);
});

test('a word that was cut short comes before one that was misspelt', () => {
  assert.deepEqual(nearest('pro', ['prob', 'processes']), ['prob', 'processes']);
  assert.equal(nearest('proces', ['probes', 'processes'])[0], 'processes');
});
