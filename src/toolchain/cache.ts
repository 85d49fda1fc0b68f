import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateFolder } from '../course/paths.ts';

/**
 * Returns the file that belongs to these inputs, made by `make` when it is not there yet; `make` may keep other files
 * in the same folder. It appears whole or not at all, also when two processes make it at once. Where the state folder cannot be written, the temporary one serves.
 */
export async function cached(
  inputs: readonly string[],
  name: string,
  make: (path: string, folder: string) => Promise<void>,
): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 24);
  const folder = join(await writableFolder(), key);
  const path = join(folder, name);
  if (existsSync(path)) return path;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${randomUUID()}.draft`);
  try {
    await make(draft, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  await rename(draft, path);
  return path;
}

async function writableFolder(): Promise<string> {
  const preferred = join(stateFolder(), 'cache', 'native');
  try {
    await mkdir(preferred, { recursive: true });
    await access(preferred, constants.W_OK);
    return preferred;
  } catch {
    return join(tmpdir(), `workshop-native-${process.getuid?.() ?? 0}`);
  }
}
