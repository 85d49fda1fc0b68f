import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Bundle } from '../display/index.ts';
import { predict, predictionScore, settle } from './predict.ts';

const folder = mkdtempSync(join(tmpdir(), 'workshop-predict-'));
process.env.WORKSHOP_STATE = folder;
let last = '';
Reflect.set(globalThis, Symbol.for('workshop.display'), (bundle: Bundle) => {
  last = bundle.data['text/plain'];
});
after(() => rmSync(folder, { recursive: true }));

const ask = (id: string, answer: number | null): void =>
  predict(id, 'How many?', ['one', 'two', 'three'], answer);

test('a commitment that comes true counts', () => {
  ask('a', 2);
  settle('a', 2);
  assert.match(last, /Here it is: two. As you said. Your predictions so far: 1 of 1/);
  assert.deepEqual(predictionScore(), { right: 1, made: 1 });
});

test('a commitment that does not is said and counted', () => {
  ask('b', 3);
  settle('b', 1);
  assert.match(last, /Here it is: one. You said: three. Your predictions so far: 1 of 2/);
});

test('no commitment is allowed, said, and not counted', () => {
  ask('c', null);
  assert.match(last, /in place of null/);
  settle('c', 1);
  assert.match(last, /You had not committed/);
  assert.deepEqual(predictionScore(), { right: 1, made: 2 });
});

test('after the result a new answer changes nothing', () => {
  ask('b', 1);
  assert.match(last, /You said 3 before you saw the result, and that stands/);
  settle('b', 3);
  assert.deepEqual(predictionScore(), { right: 1, made: 2 });
});

test('a number that is no choice is answered with the choices', () => {
  ask('d', 4);
  assert.match(last, /4 is none of them: choose 1 to 3/);
});

test('a result without its prediction says what to run', () => {
  settle('never asked', 1);
  assert.match(last, /run its cell first/);
});

test('a result that is none of the choices is said and not counted', () => {
  ask('e', 1);
  settle('e', 0);
  assert.match(last, /none of the choices: your machine differs/);
  assert.deepEqual(predictionScore(), { right: 1, made: 2 });
});
