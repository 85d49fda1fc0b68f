import assert from 'node:assert/strict';
import test from 'node:test';
import { exercise, wrongAnswers } from '../../course/index.ts';
import { chooseHint } from './hint.ts';

const ID = '00-welcome/break-it';

test('the first hint comes first, then the next one up, and the third stays the last', () => {
  const rungs = ([0, 1, 2, 3] as const).map((shown) => chooseHint(ID, null, shown).rung);
  assert.deepEqual(rungs, [1, 2, 3, 3]);
  assert.equal(chooseHint(ID, null, 0).text, exercise(ID).hints[0]);
});

test('a failure that a known wrong answer has gets the hint that fits it', () => {
  for (const { verdict, message, hint, misconception } of wrongAnswers(ID)) {
    const chosen = chooseHint(ID, { verdict, reason: `It was seen: ${message}. (seed 7)` }, 0);
    assert.equal(chosen.rung, hint);
    assert.equal(chosen.misconception, misconception);
  }
  const [known] = wrongAnswers(ID);
  const other = chooseHint(ID, { verdict: 'crashed', reason: known?.message ?? '' }, 0);
  assert.equal(other.misconception, null);
});
