import { execa } from 'execa';
import type { Message } from './messages.ts';

/** Converts one letter the way most programs begin: by running the iconv command for it. */
export const convertByProcess = async ({ bytes, charset }: Message): Promise<string> => {
  const { stdout } = await execa('iconv', ['-f', charset, '-t', 'UTF-8'], {
    input: bytes,
    stripFinalNewline: false,
  });
  return stdout;
};
