import { execa } from 'execa';

export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  const { stdout } = await execa('iconv', ['-f', charset, '-t', 'UTF-8'], {
    input: Buffer.from(bytes).toString(),
    stripFinalNewline: false,
  });
  return stdout;
}
