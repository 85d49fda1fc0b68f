import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringArgument, textArgument } from './strings.ts';

test('escapes become bytes: octal of any length, letters, quotes', () => {
  const text = String.raw`"\0\1\177\377\74 \n\t\v\f\r\"\\ \x3c 1\0002"`;
  assert.deepEqual(
    [...(stringArgument(text)?.bytes ?? [])],
    [0, 1, 127, 255, 60, 32, 10, 9, 11, 12, 13, 34, 92, 32, 60, 32, 49, 0, 50],
  );
});

test('a string that strace cut says so', () => {
  assert.equal(stringArgument('"abc"...')?.cut, true);
  assert.equal(stringArgument('"abc..."')?.cut, false);
});

test('text is read as UTF-8', () => {
  assert.equal(textArgument(String.raw`"caf\303\251"`), 'caf\u00e9');
});

test('an abstract socket name is a string too', () => {
  assert.equal(textArgument('@"name"'), 'name');
});

test('what is no string is none', () => {
  for (const arg of [undefined, 'NULL', '0x7ffe', '"open', '["a"]']) {
    assert.equal(stringArgument(arg), undefined);
  }
});

test('every byte survives, as strace would escape it', () => {
  const all = Array.from({ length: 256 }, (_, i) => i);
  const text = all.map((i) => `\\${i.toString(8).padStart(3, '0')}`).join('');
  assert.deepEqual([...(stringArgument(`"${text}"`)?.bytes ?? [])], all);
});
