import { spawn } from 'node:child_process';
import { once } from 'node:events';

export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  const iconv = spawn('iconv', ['-f', charset, '-t', 'UTF-8']);
  let text = '';
  iconv.stdout.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  iconv.stdin.end(bytes);
  const [code] = await once(iconv, 'close');
  if (code !== 0) throw new Error('iconv failed');
  return text;
}
