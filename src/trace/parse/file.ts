import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Hands each line of a file to `take`, in pieces, so that the file may be larger than memory; a name ending in .gz is unpacked on the way. */
export async function eachLine(path: string, take: (line: string) => void): Promise<void> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const text: Readable = path.endsWith('.gz') ? unpack(file) : file;
  text.setEncoding('utf8');
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
  if (rest !== '') take(rest);
}

function unpack(file: Readable): Readable {
  const unpacked = createGunzip();
  file.once('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}
