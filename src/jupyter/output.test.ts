import assert from 'node:assert/strict';
import { test } from 'node:test';
import { append, type Output, outputOf, textOf } from './output.ts';

const out = (text: string): Output => ({ type: 'stream', name: 'stdout', text });
const err = (text: string): Output => ({ type: 'stream', name: 'stderr', text });

test('text joins the text before it only within one stream and with nothing between', () => {
  const outputs: Output[] = [];
  const first = out('a');
  for (const output of [first, out('b'), err('c'), out('d')]) append(outputs, output);
  assert.deepEqual(outputs, [out('ab'), err('c'), out('d')]);
  assert.deepEqual(first, out('a'));
  assert.equal(textOf(outputs, 'stdout'), 'abd');
  assert.equal(textOf(outputs, 'stderr'), 'c');
});

test('a display keeps its id and lacks none of its data', () => {
  const content = { data: { 'text/plain': 'x' }, transient: { display_id: 'd' } };
  assert.deepEqual(outputOf({ type: 'display_data', parentId: 'p', content }), {
    type: 'display_data',
    data: { 'text/plain': 'x' },
    metadata: {},
    displayId: 'd',
  });
});

test('a status is no output; a stream without a text is refused', () => {
  const status = { execution_state: 'idle' };
  assert.equal(outputOf({ type: 'status', parentId: 'p', content: status }), undefined);
  assert.throws(() => outputOf({ type: 'stream', parentId: 'p', content: { name: 'stdout' } }));
});
