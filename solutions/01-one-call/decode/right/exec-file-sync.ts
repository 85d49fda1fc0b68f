import { execFileSync } from 'node:child_process';

/** The event loop waits meanwhile, and the answer is the same. */
export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  return execFileSync('iconv', [`--from-code=${charset}`, '--to-code=UTF-8'], {
    input: bytes,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1024 ** 3,
  });
}
