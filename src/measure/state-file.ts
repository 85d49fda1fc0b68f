import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { alone, stateFolder } from '../course/index.ts';

const missing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** A file of the learner's state that was set aside because it could not be read, and where it is now. */
export type SetAside = { path: string };

const parsed = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/**
 * Reads a file of the learner's state, or `empty` when there is none yet. A file that does not hold
 * what it should is renamed, never lost, and `onSetAside` hears its new name.
 */
export const readState = <T>(
  name: string,
  schema: z.ZodType<T>,
  empty: T,
  onSetAside: (aside: SetAside) => void = () => {},
): T => {
  const path = join(stateFolder(), name);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (missing(error)) return empty;
    throw error;
  }
  const value = parsed(schema, text);
  if (value !== undefined) return value;
  const aside = `${path}.unreadable-${Date.now()}`;
  renameSync(path, aside);
  onSetAside({ path: aside });
  return empty;
};

/** Writes a file of the learner's state whole or not at all: a crash leaves the old one. */
export const writeState = (name: string, value: unknown): void => {
  const folder = stateFolder();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const draft = `${path}.${process.pid}.new`;
  try {
    writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true }); // a full disk leaves half of it
    throw error;
  }
};

/** Reads and writes a file of the learner's state in one step: of two lessons that do so at once, neither loses. */
export const changeState = <T>(name: string, change: () => T): T =>
  alone(join(stateFolder(), name), change);
