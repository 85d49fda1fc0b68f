import { spawn } from 'node:child_process';

/** Collects the bytes and makes text of them once they are all there. */
export function decode(bytes: Uint8Array, charset: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const iconv = spawn('iconv', ['-f', charset, '-t', 'UTF-8']);
  const chunks: Buffer[] = [];
  iconv.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  iconv.stderr.resume();
  iconv.on('error', reject);
  iconv.on('close', (code) => {
    if (code === 0) resolve(Buffer.concat(chunks).toString());
    else reject(new Error(`iconv exited with code ${code}`));
  });
  // An iconv that gives up early closes its stdin; its exit code says so.
  iconv.stdin.on('error', () => undefined).end(bytes);
  return promise;
}
