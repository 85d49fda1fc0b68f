import assert from 'node:assert/strict';
import test from 'node:test';
import { exerciseIds, findId } from './find.ts';

const IDS = ['00-welcome/who-ran', '01-one-call/decode', '01-one-call/probes', '02-errors/decode'];

test('an exercise is found by its id, its number, the words of its lesson, its name or its path', () => {
  for (const typed of [
    '01-one-call/probes',
    '01/probes',
    'one-call/probes',
    'probes',
    'Probes',
    'exercises/01-one-call/probes.ts',
    '/home/someone/course/exercises/01-one-call/probes.test.ts',
  ]) {
    assert.deepEqual(findId(typed, IDS), { id: '01-one-call/probes' }, typed);
  }
});

test('a name that two lessons use suggests both', () => {
  assert.deepEqual(findId('decode', IDS), {
    suggestions: ['01-one-call/decode', '02-errors/decode'],
  });
});

test('a mistyped name suggests the nearest, and nonsense suggests nothing', () => {
  assert.deepEqual(findId('probs', IDS), { suggestions: ['01-one-call/probes'] });
  assert.deepEqual(findId('who', IDS), { suggestions: ['00-welcome/who-ran'] });
  assert.deepEqual(findId('xyzzy-plugh', IDS), { suggestions: [] });
});

test('the ids of the tree come in the order of the course', () => {
  const ids = exerciseIds();
  assert.ok(ids.includes('00-welcome/break-it'));
  assert.deepEqual(ids, ids.toSorted());
});
