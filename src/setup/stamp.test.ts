import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isStamped, stampOf, writeStamp } from './stamp.js';

test('equal parts give equal stamps, and where one part ends matters', () => {
  assert.equal(stampOf(['ab', 'c']), stampOf([Buffer.from('ab'), 'c']));
  assert.notEqual(stampOf(['ab', 'c']), stampOf(['a', 'bc']));
});

test('a thing is stamped only by its own stamp', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'stamp');
  assert.equal(isStamped(file, stampOf(['1'])), false);
  writeStamp(file, stampOf(['1']));
  assert.equal(isStamped(file, stampOf(['1'])), true);
  assert.equal(isStamped(file, stampOf(['2'])), false);
});
