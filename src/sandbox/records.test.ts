import assert from 'node:assert/strict';
import { test } from 'node:test';
import { records } from './records.ts';

const nonceOf = (greeting: string): string => JSON.parse(greeting).nonce;

test('a record counts with the nonce alone, however it is cut into pieces', () => {
  const seen: unknown[] = [];
  const { greeting, accept } = records({ a: 1 }, (record) => seen.push(record));
  const nonce = nonceOf(greeting);
  const text = `${nonce}{"ok":true}\n{"ok":"forged"}\nwrong${nonce}1\n${nonce}"é"\n${nonce}unfinished`;
  for (const character of text) accept(character);
  assert.deepEqual(seen, [{ ok: true }, 'é']);
});

test('the greeting carries the input, and another nonce each time', () => {
  const [one, two] = [records('x', () => {}), records('x', () => {})];
  assert.equal(JSON.parse(one.greeting).input, 'x');
  assert.notEqual(nonceOf(one.greeting), nonceOf(two.greeting));
});

test('what is no JSON after the nonce is dropped', () => {
  const seen: unknown[] = [];
  const { greeting, accept } = records(undefined, (record) => seen.push(record));
  accept(`${nonceOf(greeting)}{"half":\n${nonceOf(greeting)}2\n`);
  assert.deepEqual(seen, [2]);
});
