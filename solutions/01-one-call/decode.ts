import { execa } from 'execa';

/** Hands over the bytes as they are, and takes back every character, the last newline too. */
export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  const { stdout } = await execa('iconv', ['-f', charset, '-t', 'UTF-8'], {
    input: bytes,
    stripFinalNewline: false,
  });
  return stdout;
}
