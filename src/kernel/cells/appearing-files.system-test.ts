import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startKernel } from '../../jupyter/index.ts';

const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

test('a file that appears beside the notebook, as at every save, leaves the next cells alone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'kernel-root-'));
  const cwd = join(root, 'notebooks');
  mkdirSync(cwd);
  symlinkSync(MODULES, join(root, 'node_modules'));
  const kernel = await startKernel({ cwd });
  try {
    const run = async (code: string) => (await kernel.execute(code, { timeoutMs: 60_000 })).status;
    // Only a compiler that has looked for a module in vain has a reason to watch the folder.
    assert.equal(await run("import { z } from 'zod'; z.string().parse('a letter')"), 'ok');
    writeFileSync(join(cwd, 'saved.txt'), 'a letter');
    await setTimeout(1000); // for the folder's watcher to hear of it, where there is one
    assert.equal(await run('1 + 1'), 'ok');
  } finally {
    await kernel.shutdown();
    rmSync(root, { recursive: true });
  }
});
