import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * Hands each line of a file to `take`, in pieces, so that the file may be larger than memory; a name ending in .gz is
 * unpacked on the way. Reads at most `most` bytes of the file, and then leaves out the line that is cut there.
 */
export async function eachLine(
  path: string,
  take: (line: string) => void,
  most: number = Number.POSITIVE_INFINITY,
): Promise<void> {
  const file = createReadStream(path, { highWaterMark: 1 << 20, end: most - 1 });
  const text: Readable = path.endsWith('.gz') ? unpack(file) : file;
  text.setEncoding('utf8');
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
  if (rest !== '' && file.bytesRead < most) take(rest);
}

function unpack(file: Readable): Readable {
  const unpacked = createGunzip();
  file.once('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}
