import assert from 'node:assert/strict';
import test from 'node:test';
import { difference } from './difference.ts';

const text = (value: string) => ({ shown: JSON.stringify(value), text: value });

test('a blank line at the end of a text is a difference one can see', () => {
  assert.deepEqual(difference(text('Hello\n'), text('Hello\n\n')), ['  Hello⏎', '+ ⏎']);
  assert.deepEqual(difference(text('a\nb'), text('a\nb\n')), ['  a⏎', '- b', '+ b⏎']);
});

test('only what differs is shown, with a line around it', () => {
  assert.deepEqual(difference(text('a\nb\nc\nd\ne'), text('a\nb\nX\nd\ne')), [
    '  b⏎',
    '- c⏎',
    '+ X⏎',
    '  d⏎',
  ]);
});

test('values of one line are shown whole elsewhere, and have no diff', () => {
  assert.deepEqual(difference(text('a'), text('b')), []);
  assert.deepEqual(difference({ shown: '[ 1 ]' }, { shown: '[\n  1,\n  2\n]' }), []);
});

test('a long difference is cut, and says how much is missing', () => {
  const lines = difference(text('x\n'.repeat(100)), text('y\n'.repeat(100)));
  assert.equal(lines.length, 50);
  assert.ok(lines.includes('- … 76 more lines'));
});
