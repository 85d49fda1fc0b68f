import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A stamp over everything that an installed thing depends on: equal parts give equal stamps.
 * @param {readonly (string | Buffer)[]} parts
 */
export function stampOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}

/** Whether the file at `path` holds exactly this stamp. @param {string} path @param {string} stamp */
export function isStamped(path, stamp) {
  try {
    return readFileSync(path, 'utf8') === stamp;
  } catch {
    return false;
  }
}

/** Writes the stamp: the last act of a step, so that a step cut short runs again. @param {string} path @param {string} stamp */
export function writeStamp(path, stamp) {
  writeFileSync(path, stamp);
}
