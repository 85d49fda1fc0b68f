import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progress } from './progress.ts';
import type { Bundle } from './show.ts';

const SLOT = Symbol.for('workshop.display');

test('progress shows once and then updates the same place', () => {
  const shown: Bundle[] = [];
  Reflect.set(globalThis, SLOT, (bundle: Bundle) => shown.push(bundle));
  try {
    const bar = progress('converting', 1000);
    for (let i = 0; i < 1000; i++) bar.advance();
    bar.finish('all read');
    bar.finish('never shown');
  } finally {
    Reflect.deleteProperty(globalThis, SLOT);
  }
  const [first, last] = [shown.at(0), shown.at(-1)];
  assert.equal(first?.update, false);
  assert.equal(last?.update, true);
  assert.equal(first?.displayId, last?.displayId);
  assert.equal(last?.data['text/plain'], 'converting: 1000 of 1000 · all read');
  assert.ok(shown.length < 100, 'a step is not a message');
});
