import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inTree } from '../tree.js';

const source = `
import { describe, it, test } from 'node:test';
test('good', () => {});
test('bad', () => { throw new Error('the reason'); });
test('left out', { skip: true }, () => {});
test('known', { todo: true }, () => { throw new Error('not yet'); });
describe('suite', () => { it('inner', () => { throw new Error('inside'); }); });
`;

test('a real run is counted: each failed test once, with its place and its reason', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'reporter-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.test.mjs');
  writeFileSync(file, source);
  writeFileSync(join(folder, 'b.test.mjs'), 'process.exit(3);');
  const result = join(folder, 'result.json');
  const reporter = inTree('src/setup/test/reporter.js');
  const args = [`--test-reporter=${reporter}`, `--test-reporter-destination=${result}`];
  // Without this variable the inner run is a run of its own rather than a part of ours.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const code = await new Promise((resolve) =>
    execFile(process.execPath, ['--test', ...args, `${folder}/*.mjs`], { env }).once(
      'exit',
      resolve,
    ),
  );
  const { passed, failed, skipped, failures } = JSON.parse(readFileSync(result, 'utf8'));
  assert.deepEqual(
    { code, passed, failed, skipped },
    { code: 1, passed: 1, failed: 3, skipped: 2 },
  );
  const names = failures.map((failure: { name: string }) => failure.name);
  assert.deepEqual(names, ['bad', 'inner', join(folder, 'b.test.mjs')]);
  assert.equal(failures[0].file, `${file}:4`);
  assert.match(failures[0].error, /the reason/);
});
