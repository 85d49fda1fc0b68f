import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from './parse.ts';

const AT = '100 1700000000.000001 ';

test('what cannot be read is kept, word for word and by line', () => {
  const bad = [
    'strace: Process 12 attached',
    `${AT}what is this`,
    `${AT}open("unclosed = 3`,
    `${AT}open("x") equals 3`,
    `${AT}<... read resumed>"x", 1) = 1 <0.1>`,
    `${AT}open("x") = three`,
    `${AT}--- a signal ---`,
    '\u0000\u0001',
  ];
  const { events, notUnderstood } = parse(['', ...bad, ''].join('\n'));
  assert.deepEqual(events, []);
  assert.deepEqual(
    notUnderstood,
    bad.map((text, i) => ({ line: i + 2, text })),
  );
});

test('a resumption that does not fit leaves both of its lines behind', () => {
  const { events, notUnderstood } = parse(
    [`${AT}read(3,  <unfinished ...>`, `${AT}<... read resumed>"x", 1) is 1`].join('\n'),
  );
  assert.deepEqual(events, []);
  assert.deepEqual(
    notUnderstood.map(({ line }) => line),
    [1, 2],
  );
});
