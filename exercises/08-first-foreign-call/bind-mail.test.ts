// Binds native/build/libmail.so and calls its functions with values that a wrong declaration changes.
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { bindMail } from './bind-mail.ts';

const so = fileURLToPath(new URL('../../native/build/libmail.so', import.meta.url));

/** FNV-1a, as the header promises. */
function hash(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 16777619), 2166136261) >>> 0;
}

/** Random bytes other than 0, whose hash lies in the upper half of its range, or in the lower. */
function bytesOf(half: 'upper' | 'lower'): Uint8Array {
  for (;;) {
    const bytes = randomBytes(1 + randomInt(60)).map((byte) => byte || 1);
    if (hash(bytes) >= 2 ** 31 === (half === 'upper')) return bytes;
  }
}

test('postage keeps its fractions', () => {
  const { postage } = bindMail(so);
  for (const [grams, rate] of [
    [20, 0.045],
    [randomInt(1, 1000), Math.random()],
    [-3, 2],
  ] as const) {
    assert.equal(
      postage(grams, rate),
      grams * rate,
      `postage(${grams}, ${rate}) is another number. C converts nothing for you: double is not float, and not int.`,
    );
  }
});

test('checksum is never negative', () => {
  const { checksum } = bindMail(so);
  const upper = bytesOf('upper');
  assert.equal(
    checksum(upper),
    hash(upper),
    'A checksum above 2^31 came back as another number. The sign is in the declaration, not in the bits: uint32_t is not int.',
  );
  const lower = bytesOf('lower');
  const inside = Buffer.concat([randomBytes(3), lower, randomBytes(3)]).subarray(3, -3);
  for (const bytes of [lower, inside, Uint8Array.of(7, 0, 7), new Uint8Array(0)]) {
    assert.equal(
      checksum(bytes),
      hash(bytes),
      'The checksum of these bytes is another one. C sees an address and no end: the number of bytes is yours to give, zeros and all.',
    );
  }
});

test('sentAt is a bigint, small or large', () => {
  const { sentAt } = bindMail(so);
  const small = randomInt(100);
  const large = randomInt(100, 1_000_000);
  for (const [id, nanoseconds] of [
    [small, BigInt(small) * 1_000_000_000n],
    [large, 1_388_534_400_000_000_001n + BigInt(large - 100) * 60_000_000_000n],
    [-1, -1n],
  ] as const) {
    const actual = sentAt(id);
    assert.equal(
      typeof actual,
      'bigint',
      `sentAt(${id}) is no bigint. koffi gives a number when the value fits into one, and a bigint when it does not.`,
    );
    assert.equal(
      actual,
      nanoseconds,
      `sentAt(${id}) lost bits on its way. An int64_t has 64 of them: an int has 32, and a number holds 53.`,
    );
  }
});

test('charsetName is null where C returns NULL', () => {
  const { charsetName } = bindMail(so);
  for (const index of [-1, 8, randomInt(9, 1000)]) {
    assert.equal(
      charsetName(index),
      null,
      `There is no charset ${index}: C returns NULL, which is no string, and not an empty one.`,
    );
  }
  assert.deepEqual(
    [0, 1, 5, 7].map((index) => charsetName(index)),
    ['ISO-8859-1', 'KOI8-R', 'ISO-2022-CN-EXT', 'UTF-8'],
    'These are not the names of charsets 0, 1, 5 and 7.',
  );
});
