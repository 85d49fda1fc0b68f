import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, beforeEach } from 'node:test';
import { readProgress, updateProgress } from './progress-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'progress-'));
process.env.WORKSHOP_STATE = folder;
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

test('progress begins empty, and what is kept comes back', () => {
  assert.deepEqual(readProgress().progress.exercises, {});
  updateProgress('01-one-call/decode', (before) => ({ ...before, attempts: before.attempts + 1 }));
  updateProgress('01-one-call/decode', (before) => ({ ...before, attempts: before.attempts + 1 }));
  assert.equal(readProgress().progress.exercises['01-one-call/decode']?.attempts, 2);
  assert.deepEqual(readdirSync(folder), ['progress.json']);
});

test('an exercise that this course does not know is kept', () => {
  updateProgress('99-later/unknown', (before) => ({ ...before, hint: 2 }));
  updateProgress('01-one-call/decode', (before) => before);
  assert.equal(readProgress().progress.exercises['99-later/unknown']?.hint, 2);
});

test('a file that cannot be understood is kept aside, whole, with one sentence', () => {
  for (const broken of ['{ "version": 1, "exer', '[]', '{"version":2,"exercises":{}}', '']) {
    writeFileSync(join(folder, 'progress.json'), broken);
    const { progress, notice } = readProgress();
    assert.deepEqual(progress.exercises, {});
    const aside = /kept as (.*), and/.exec(notice ?? '')?.[1];
    assert.ok(aside !== undefined, notice ?? 'no notice');
    assert.equal(readFileSync(aside, 'utf8'), broken);
    rmSync(aside);
  }
});

test('what is no file at all is set aside, too', () => {
  mkdirSync(join(folder, 'progress.json'));
  assert.match(readProgress().notice ?? '', /is kept as/);
  updateProgress('01-one-call/decode', (before) => ({ ...before, attempts: 7 }));
  assert.equal(readProgress().progress.exercises['01-one-call/decode']?.attempts, 7);
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});
