import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exercises } from '../course/index.ts';
import type { Judged } from './mutate.ts';
import { account, accountText, rateText } from './report.ts';
import { reviewsOf } from './reviews.ts';

const mutant = (after: string, outcome: Judged['outcome']): Judged => ({
  before: 'a < b',
  after,
  line: 7,
  outcome,
});
const review = (after: string) => ({ before: 'a < b', after, reason: 'They are never equal.' });
const judged = [
  mutant('a <= b', 'accepted'),
  mutant('a >= b', 'refused by a test'),
  mutant('a +', 'refused by the compiler'),
];

test('an accepted mutant needs a review', () => {
  const found = account('l/e', judged, []);
  assert.deepEqual([found.unreviewed.length, found.needless.length], [1, 0]);
  assert.match(accountText(found), /line 7\n +was {2}a < b\n +is {3}a <= b/);
  assert.match(rateText([found]), /^3 mutants, 1 accepted \(33\.3 %\), 1 unreviewed; .*11\.3 %\.$/);
});

test('a reviewed mutant is accounted for', () => {
  const found = account('l/e', judged, [review('a <= b')]);
  assert.deepEqual([found.unreviewed.length, found.needless.length], [0, 0]);
  assert.match(rateText([found]), /each reviewed as equivalent/);
});

test('a review that is no longer needed is named', () => {
  const found = account('l/e', judged, [review('a <= b'), review('a >= b')]);
  assert.deepEqual(found.needless, [review('a >= b')]);
  assert.match(accountText(found), /Reviewed, and no longer accepted/);
});

test('the last line is no test summary', () => {
  assert.doesNotMatch(rateText([account('l/e', judged, [])]), /\d+ passed, \d+ failed/);
});

test('every survivors.json can be read', () => {
  for (const exercise of exercises()) reviewsOf(exercise);
});
