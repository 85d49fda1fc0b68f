import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawStruct, structHtml } from './draw-struct.ts';
import type { StructLayout } from './struct-layout.ts';

const LETTER: StructLayout = {
  name: 'letter',
  size: 24,
  parts: [
    { offset: 0, size: 1, field: { name: 'mark', type: 'char' } },
    { offset: 1, size: 3 },
    { offset: 4, size: 4, field: { name: 'grams', type: 'int' } },
    { offset: 8, size: 12, field: { name: 'to', type: 'char[12]' } },
    { offset: 20, size: 4 },
  ],
};

test('draws rows of eight bytes, cuts what crosses one, and says it in words', () => {
  assert.equal(
    drawStruct(LETTER),
    `
struct letter: 24 bytes, 7 of them padding
     0 | ch|░░░░░░░░░░░| int grams     |
     8 | char to[12]                   |
    16 | … char to[12] |░░░░░░░░░░░░░░░|
     0  char mark: 1 byte
     1  padding: 3 bytes
     4  int grams: 4 bytes
     8  char to[12]: 12 bytes
    20  padding: 4 bytes`.trimStart(),
  );
});

test('every row of the HTML table spans eight bytes', () => {
  const rows = structHtml(LETTER).split('<tr><th scope="row">').slice(1);
  const spans = rows.map((row) =>
    [...row.matchAll(/colspan="(\d)"/g)].reduce((sum, [, bytes]) => sum + Number(bytes), 0),
  );
  assert.deepEqual(spans, [8, 8, 8]);
});

test('names are escaped', () => {
  const odd = { ...LETTER, name: '<b>' };
  assert.match(structHtml(odd), /struct &lt;b>/);
});

test('bit fields of one byte share a box', () => {
  const bits = { type: 'unsigned int', bits: 1 };
  const drawn = drawStruct({
    name: 'flags',
    size: 1,
    parts: [
      { offset: 0, size: 1, field: { name: 'a', ...bits } },
      { offset: 0, size: 1, field: { name: 'b', ...bits } },
    ],
  });
  assert.match(drawn, /^ {5}0 \| un\|$/m);
  assert.match(drawn, /^ {5}0 {2}unsigned int b: 1 byte, 1 bits of it$/m);
});
