import { spawnSync } from 'node:child_process';

export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  const { stdout } = spawnSync('iconv', ['-f', charset, '-t', 'UTF-8'], { input: bytes });
  return stdout.toString();
}
