import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { messages, sample, samples } from './messages.ts';

const iconv = (bytes: Uint8Array, charset: string): string => {
  const { status, stdout, stderr } = spawnSync('iconv', ['-f', charset, '-t', 'UTF-8'], {
    input: bytes,
  });
  assert.equal(status, 0, stderr.toString());
  return stdout.toString('utf8');
};

test('there are letters in at least eight charsets', () => {
  assert.ok(new Set(samples().map(({ charset }) => charset)).size >= 8);
});

for (const { name, charset, bytes, text } of samples()) {
  test(`iconv reads ${name} in ${charset} as its original says`, () => {
    assert.equal(iconv(bytes, charset), text);
  });
}

test('postmarked letters differ, are the same every time, and iconv agrees with them', () => {
  const many = messages(25);
  assert.equal(new Set(many.map(({ text }) => text)).size, 25);
  assert.deepEqual(messages(25), many);
  for (const { bytes, charset, text } of many.slice(10, 20))
    assert.equal(iconv(bytes, charset), text);
});

test('an unknown letter is answered with the known ones', () => {
  assert.throws(() => sample('umbrela'), /no letter "umbrela".*umbrella, invoice/);
});
