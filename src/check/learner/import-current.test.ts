import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { importCurrent } from './import-current.ts';

const folder = mkdtempSync(join(tmpdir(), 'current-'));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
const answer = join(folder, 'answer.ts');
const helper = join(folder, 'helper.ts');

test('an import after an edit is never the old one, and without an edit it is the same one', async () => {
  writeFileSync(answer, 'export const value: number = 1;\n');
  const first = await importCurrent(answer);
  assert.equal(await importCurrent(answer), first);
  writeFileSync(answer, 'export const value: number = 2;\n');
  assert.deepEqual({ ...(await importCurrent(answer)) }, { value: 2 });
});

test('an edit of a file that it imports counts, however far away', async () => {
  writeFileSync(answer, "export { value } from './helper.ts';\n");
  writeFileSync(helper, "export { value } from './further.ts';\n");
  const further = join(folder, 'further.ts');
  for (const value of [3, 4]) {
    writeFileSync(further, `export const value = ${value};\n`);
    assert.deepEqual({ ...(await importCurrent(answer)) }, { value });
  }
});

test('a syntax error is an error of the import, and the next edit mends it', async () => {
  writeFileSync(answer, 'export const value = ;\n');
  await assert.rejects(importCurrent(answer), SyntaxError);
  writeFileSync(answer, 'export const value = 5;\n');
  assert.deepEqual({ ...(await importCurrent(answer)) }, { value: 5 });
});
