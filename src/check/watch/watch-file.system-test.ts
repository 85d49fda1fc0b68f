import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchFile } from './watch-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'watch-'));
after(() => rmSync(folder, { recursive: true }));

/** Long enough for two looks at the file on a busy machine; nothing is measured by it. */
const SEVERAL_LOOKS = 2_000;

test('each save is told once, however it is done, and a touch without a change is not', async () => {
  const path = join(folder, 'answer.ts');
  writeFileSync(path, '1');
  let seen = 0;
  const controller = new AbortController();
  let next = Promise.withResolvers<void>();
  watchFile(
    path,
    () => {
      seen += 1;
      next.resolve();
    },
    controller.signal,
  );
  const saves = [
    () => writeFileSync(path, '22'),
    () => {
      writeFileSync(`${path}.new`, '333');
      renameSync(`${path}.new`, path);
    },
    () => {
      // In two steps, as some editors save.
      writeFileSync(path, '');
      writeFileSync(path, '4444');
    },
  ];
  for (const [index, save] of saves.entries()) {
    next = Promise.withResolvers<void>();
    save();
    await next.promise;
    assert.equal(seen, index + 1);
  }
  writeFileSync(path, '4444');
  await sleep(SEVERAL_LOOKS);
  assert.equal(seen, saves.length);

  controller.abort();
  writeFileSync(path, '55555');
  await sleep(SEVERAL_LOOKS);
  assert.equal(seen, saves.length);
});
