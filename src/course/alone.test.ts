import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { promisify } from 'node:util';
import { alone } from './alone.ts';

const folder = mkdtempSync(join(tmpdir(), 'alone-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'count');

test('of changes made by several processes at the same time, none is lost', async () => {
  writeFileSync(file, '0');
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { alone } from ${JSON.stringify(new URL('./alone.ts', import.meta.url))};
    const file = ${JSON.stringify(file)};
    for (let i = 0; i < 50; i++)
      alone(file, () => writeFileSync(file, String(Number(readFileSync(file, 'utf8')) + 1)));
  `;
  const run = promisify(execFile);
  const argv = ['--input-type=module', '--eval', program];
  await Promise.all([1, 2, 3].map(() => run(process.execPath, argv)));
  assert.equal(readFileSync(file, 'utf8'), '150');
  assert.deepEqual(readdirSync(folder), ['count']);
});

test('a lock that a killed process has left is taken over', () => {
  writeFileSync(`${file}.lock`, '1');
  utimesSync(`${file}.lock`, new Date(0), new Date(0));
  assert.equal(
    alone(file, () => 'done'),
    'done',
  );
  assert.deepEqual(readdirSync(folder), ['count']);
});

test('work that throws gives the lock back', () => {
  assert.throws(
    () =>
      alone(file, () => {
        throw new Error('no');
      }),
    /^Error: no$/,
  );
  assert.deepEqual(readdirSync(folder), ['count']);
});
