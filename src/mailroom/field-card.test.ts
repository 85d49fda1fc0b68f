import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lessons } from '../course/index.ts';
import { fieldCardBundle } from './field-card.ts';

test('every lesson has its row, and the card grows by one with each', () => {
  for (const [i, { id }] of lessons().entries()) {
    const rows = fieldCardBundle(id).data['text/html']?.match(/<tr>/g) ?? [];
    assert.equal(rows.length, i + 2, `${id}: one row a lesson and the heading`);
  }
});

test('a lesson without a row is named', () => {
  assert.throws(() => fieldCardBundle('77-nothing'), /no row for the lesson 77-nothing/);
});
