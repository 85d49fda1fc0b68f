import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type KernelClient, startKernel, textOf } from '../../jupyter/index.ts';

const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const LIMIT = { timeoutMs: 60_000 };
const root = mkdtempSync(join(tmpdir(), 'kernel-root-'));
const cwd = join(root, 'notebooks');

let kernel: KernelClient;
before(async () => {
  mkdirSync(cwd);
  symlinkSync(MODULES, join(root, 'node_modules'));
  kernel = await startKernel({ cwd });
});
after(async () => {
  await kernel.shutdown();
  rmSync(root, { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);

/** What a cell printed, or the message of its error. */
async function result(code: string): Promise<string> {
  const { status, outputs } = await kernel.execute(code, LIMIT);
  const error = outputs.find((output) => output.type === 'error');
  return status === 'ok' ? textOf(outputs, 'stdout').trimEnd() : (error?.evalue ?? status);
}

test('a file that appears beside the notebook, as at every save, leaves the next cells alone', async () => {
  // Only a compiler that has looked for a module in vain has a reason to watch the folder.
  assert.equal(await result("import { z } from 'zod'; z.string().parse('a letter')"), 'a letter');
  write('saved.txt', 'a letter');
  await wait(1000); // for the folder's watcher to hear of it, where there is one
  assert.equal(await result('1 + 1'), '2');
});

test('a file of the learner is run and checked, also what it imports, and anew after an edit', {
  timeout: 60_000,
}, async () => {
  write('inner.ts', 'export const pages: number = 3;');
  write('letter.ts', "export { pages } from './inner.ts';\nexport const to = 'Ada';");
  const code = "import { pages, to } from './letter.ts'; to + pages";
  assert.equal(await result(code), 'Ada3');
  write('letter.ts', "export { pages } from './inner.ts';\nexport const to = 'Grace';");
  while ((await result(code)) === 'Ada3') await wait(50);
  assert.equal(await result(code), 'Grace3');
  write('inner.ts', "export const pages: number = 'many';");
  while ((await result(code)) === 'Grace3') await wait(50);
  assert.match(await result(code), /^Type 'string' is not assignable to type 'number'/);
});

test('a file that a cell missed is found once it is there, also one that another file missed', async () => {
  const code = "import { late } from './late.ts'; late";
  assert.match(await result(code), /^Cannot find module '\.\/late\.ts'/);
  write('late.ts', "export { later as late } from './later.ts';");
  assert.match(await result(code), /^Cannot find module '\.\/later\.ts'/);
  write('later.ts', 'export const later = 7;');
  assert.equal(await result(code), '7');
});

test('a cell may be a module that later cells import', async () => {
  assert.equal(await result('/** @module stamps */\nexport const price = 5;'), '');
  assert.equal(await result("import { price } from './stamps'; price"), '5');
});
