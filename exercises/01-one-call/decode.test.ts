// Writes random messages in several charsets and asks decode() for the text.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import test from 'node:test';
import { decode } from './decode.ts';

// SEED=123 in the environment repeats the messages of a failure that named seed 123.
const seed = Number(process.env.SEED ?? randomInt(1_000_000));

// Where nobody asks for UTF-8, the C locale gives ASCII.
process.env.LC_ALL = 'C';

const LETTERS = {
  'ISO-8859-1': 'abc xyz äöüß ÅÉñ',
  'KOI8-R': 'abc xyz письмо Дождь',
  SHIFT_JIS: 'abc xyz 手紙 てがみ テガミ',
  GB18030: 'abc xyz 邮件 信封 €',
  'UTF-16': 'abc xyz été 信 🂡',
};

/** The same numbers from 0 to `below` for the same seed (the generator of Park and Miller). */
let state = seed + 1;
function random(below: number): number {
  state = (state * 48271) % 2147483647;
  return state % below;
}

function randomText(letters: string, length: number): string {
  const characters = [...`${letters}\n`];
  return `${Array.from({ length }, () => characters[random(characters.length)]).join('')}.`;
}

function encode(text: string, charset: string): Uint8Array {
  return spawnSync('iconv', ['-f', 'UTF-8', '-t', charset], { input: text }).stdout;
}

/** What decode makes of a message that iconv is known to convert. */
async function decoded(bytes: Uint8Array, charset: string): Promise<string> {
  try {
    return await decode(bytes, charset);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (message === 'not written yet') throw error;
    if (code === 'ENOENT') {
      assert.fail(
        'No program of that name was found (ENOENT). The first thing to give is the name of a program alone: a command line is not one.',
      );
    }
    const [reason] = message.split('\n');
    assert.fail(`decode rejected a message in ${charset} that iconv converts: ${reason}`);
  }
}

test('decode converts random messages', async () => {
  for (const [charset, letters] of Object.entries(LETTERS)) {
    const text = randomText(letters, 1 + random(200));
    assert.equal(
      await decoded(encode(text, charset), charset),
      text,
      `Other characters came back from a message in ${charset}. iconv must get the bytes as they are: they become text once it has converted them. (seed ${seed})`,
    );
  }
});

test('decode keeps the blank lines at the end', async () => {
  const text = `${randomText(LETTERS['KOI8-R'], 40)}${'\n'.repeat(1 + random(4))}`;
  assert.equal(
    await decoded(encode(text, 'KOI8-R'), 'KOI8-R'),
    text,
    `The end of the message differs. What a program writes is data, to the last newline. (seed ${seed})`,
  );
});

test('decode converts ISO-2022-CN-EXT', async () => {
  // "交换" (exchange): escape to the Chinese set, shift out, two characters, shift in.
  const bytes = Buffer.from('\x1b$)A\x0e=;;;\x0f', 'latin1');
  assert.equal(await decoded(bytes, 'ISO-2022-CN-EXT'), '交换');
});

test('decode converts a message of many chunks', async () => {
  const text = '信'.repeat(100_000);
  const same = (await decoded(encode(text, 'GB18030'), 'GB18030')) === text;
  assert.ok(
    same,
    'A long message came back changed. Output arrives in chunks, and a chunk may end in the middle of a character.',
  );
});

test('decode rejects a charset that iconv does not know', async () => {
  await assert.rejects(
    decode(Buffer.from('Any text'), 'NO-SUCH-CHARSET'),
    (error: Error) => error.message !== 'not written yet',
    'decode resolved although iconv converted nothing. iconv said so by its exit code.',
  );
});
