import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { answerTrouble } from './answer-file.ts';

test('only a file that can be read is an answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'answer-file-'));
  const path = (name: string) => join(folder, name);
  try {
    writeFileSync(path('file'), '');
    mkdirSync(path('folder'));
    execFileSync('mkfifo', [path('pipe')]);
    symlinkSync('file', path('link'));
    symlinkSync('circle', path('circle'));
    assert.equal(answerTrouble(path('file')), null);
    assert.equal(answerTrouble(path('link')), null);
    assert.equal(answerTrouble(path('nothing')), 'is not there');
    assert.equal(answerTrouble(path('circle')), 'is not there');
    assert.equal(answerTrouble(path('folder')), 'is a folder and not a file');
    assert.equal(answerTrouble(path('pipe')), 'is no ordinary file');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
