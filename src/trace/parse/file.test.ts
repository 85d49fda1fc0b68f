import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { TemporaryFolder } from '../run/folder.ts';
import { eachLine } from './file.ts';

async function read(path: string): Promise<string[]> {
  const lines: string[] = [];
  await eachLine(path, (line) => lines.push(line));
  return lines;
}

test('lines survive the borders of the pieces, plain and packed', async () => {
  using folder = new TemporaryFolder();
  const lines = Array.from({ length: 60_000 }, (_, i) => `${i} \u00fc${'x'.repeat(i % 97)}`);
  const text = lines.join('\n');
  assert.ok(text.length > 2 ** 21);
  writeFileSync(folder.file('plain'), text);
  writeFileSync(folder.file('packed.gz'), gzipSync(`${text}\n`));
  assert.deepEqual(await read(folder.file('plain')), lines);
  assert.deepEqual(await read(folder.file('packed.gz')), lines);
});

test('a file that is missing or no archive rejects', async () => {
  using folder = new TemporaryFolder();
  await assert.rejects(read(folder.file('missing')), /ENOENT/);
  await assert.rejects(read(folder.file('missing.gz')), /ENOENT/);
  writeFileSync(folder.file('plain.gz'), 'no archive');
  await assert.rejects(read(folder.file('plain.gz')), /incorrect header/);
});

test('a limit leaves out what lies behind it, and the line it cuts', async () => {
  using folder = new TemporaryFolder();
  writeFileSync(folder.file('plain'), 'one\ntwo\nthree\n');
  const kept = async (most: number) => {
    const lines: string[] = [];
    await eachLine(folder.file('plain'), (line) => lines.push(line), most);
    return lines;
  };
  assert.deepEqual(await kept(6), ['one']);
  assert.deepEqual(await kept(8), ['one', 'two']);
  assert.deepEqual(await kept(100), ['one', 'two', 'three']);
});
