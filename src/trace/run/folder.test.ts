import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { TemporaryFolder } from './folder.ts';

const NOBODY = 2 ** 22 + 1;

test('a folder is gone after its block, with what is in it; others of this process stay', () => {
  using outer = new TemporaryFolder();
  let path = '';
  {
    using inner = new TemporaryFolder();
    path = inner.path;
    writeFileSync(inner.file('x'), 'x');
  }
  assert.ok(!existsSync(path));
  assert.ok(existsSync(outer.path));
});

test('what a killed process left is swept', () => {
  const left = join(tmpdir(), `workshop-trace-${NOBODY}-abcdef`);
  mkdirSync(left, { recursive: true });
  using _ = new TemporaryFolder();
  assert.ok(!existsSync(left));
});
