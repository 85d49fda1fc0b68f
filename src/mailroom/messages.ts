import { readFileSync } from 'node:fs';
import { z } from 'zod';

const FOLDER = new URL('./messages/', import.meta.url);

const Entry = z.strictObject({
  name: z.string(),
  charset: z.string(),
  language: z.string(),
  about: z.string(),
});

/** One letter of the mailroom: its bytes as they arrived, and the text they stand for. */
export type Message = z.infer<typeof Entry> & { bytes: Uint8Array; text: string };

const read = (file: string): Buffer => readFileSync(new URL(file, FOLDER));

const load = (): readonly Message[] =>
  z
    .array(Entry)
    .parse(JSON.parse(read('index.json').toString('utf8')))
    .map((entry) => ({
      ...entry,
      bytes: read(`${entry.name}.${entry.charset.toLowerCase()}.bin`),
      text: read(`${entry.name}.utf8.txt`).toString('utf8'),
    }));

let loaded: readonly Message[] | undefined;

/** The sample letters, one in each charset; all of their words were written for this course. */
export const samples = (): readonly Message[] => {
  loaded ??= load();
  return loaded;
};

/** The sample letter with this name. */
export const sample = (name: string): Message => {
  const found = samples().find((message) => message.name === name);
  if (found) return found;
  const names = samples().map((message) => message.name);
  throw new RangeError(`There is no letter "${name}". There are: ${names.join(', ')}.`);
};

// A postmark of ASCII letters: the same bytes in every charset here, save for UTF-16, whose letters
// take two bytes and whose byte order mark stays in front.
const postmarked = (message: Message, number: number): Message => {
  const mark = `Postmark: ${number}\n`;
  const { bytes } = message;
  const parts =
    message.charset === 'UTF-16'
      ? [bytes.subarray(0, 2), Buffer.from(mark, 'utf16le'), bytes.subarray(2)]
      : [Buffer.from(mark, 'latin1'), bytes];
  return { ...message, bytes: Buffer.concat(parts), text: mark + message.text };
};

/** Returns `n` letters, no two the same, the charsets in turn; the same `n` letters every time. */
export const messages = (n: number): Message[] => {
  const all = samples();
  return Array.from({ length: n }, (_, i) => postmarked(all[i % all.length] as Message, i + 1));
};
