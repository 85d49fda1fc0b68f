import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machine } from './machine.ts';
import { madeOn } from './made-on.ts';

test('a recording is never said to come from this machine', () => {
  assert.equal(madeOn({ source: 'live' }), machine());
  assert.match(madeOn({ source: 'recording' }), /another machine/);
});
