import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hashTree, MANIFEST, readManifest } from './manifest.ts';
import { update } from './update.ts';

const folder = mkdtempSync(join(tmpdir(), 'update-home-'));
after(() => rmSync(folder, { recursive: true }));

function write(top: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), text);
  }
}

/** A master copy as an image holds it, with the list of its hashes. */
function master(name: string, files: Record<string, string>, withManifest = true): string {
  const top = join(folder, name);
  write(top, { ...files, 'node_modules/p/index.js': 'package' });
  const list = fileURLToPath(new URL('../../image/list-files', import.meta.url));
  if (withManifest) write(top, { [MANIFEST]: execFileSync(list, [top], { encoding: 'utf8' }) });
  return top;
}

/** A home laid from a master copy, as image/lay-course does it. */
function lay(name: string, from: string): string {
  const top = join(folder, name);
  cpSync(from, top, { recursive: true });
  rmSync(join(top, 'node_modules'), { recursive: true });
  return top;
}

const FIRST = {
  'exercises/a.ts': 'a 1',
  'exercises/b.ts': 'b 1',
  'src/c.ts': 'c 1',
  'd.md': 'd 1',
  'e.md': 'e',
};
const SECOND = {
  'exercises/a.ts': 'a 2',
  'exercises/b.ts': 'b 1',
  'src/c.ts': 'c 2',
  'f.md': 'f 1',
};

test('a home is brought up to date with the image, and no edit is lost', async () => {
  const top = lay('home', master('first', FIRST));
  write(top, {
    'exercises/a.ts': 'my a',
    'exercises/b.ts': 'my b',
    'd.md': 'my d',
    'mine.txt': 'x',
  });
  const outcome = await update({ top, master: master('second', SECOND) });
  assert.deepEqual(outcome, {
    status: 'updated',
    sentence: 'The course was brought up to date with this image: 4 files.',
    kept: [{ file: 'exercises/a.ts', keptAs: 'exercises/a.mine.ts' }],
  });
  const read = (file: string) => readFileSync(join(top, file), 'utf8');
  assert.deepEqual(
    [
      'exercises/a.ts',
      'exercises/a.mine.ts',
      'exercises/b.ts',
      'src/c.ts',
      'd.md',
      'f.md',
      'mine.txt',
    ].map(read),
    ['a 2', 'my a', 'my b', 'c 2', 'my d', 'f 1', 'x'],
  );
  assert.equal(existsSync(join(top, 'e.md')), false, 'dropped by the course, never edited');
  assert.equal(existsSync(join(top, 'node_modules')), false, 'packages are linked, not laid');

  const again = await update({ top, master: join(folder, 'second') });
  assert.equal(again.sentence, 'The course is up to date with this image.');
  assert.equal(read('exercises/b.ts'), 'my b');
});

test('the image lists the files that a copy without a list would be hashed by', () => {
  const top = master('both', FIRST);
  assert.deepEqual(new Map(readManifest(top)), new Map(hashTree(top)));
});

test('a home that does not know what was laid keeps whatever differs', async () => {
  const top = lay('old-home', master('unlisted', FIRST, false));
  write(top, { 'exercises/b.ts': 'my b' });
  const outcome = await update({ top, master: master('listed', SECOND) });
  assert.deepEqual(
    outcome.status === 'updated' && outcome.kept.map(({ keptAs }) => keptAs).sort(),
    ['exercises/a.mine.ts', 'exercises/b.mine.ts', 'src/c.mine.ts'],
  );
});

test('a home that cannot be written is one sentence', async () => {
  const top = lay('read-only', master('third', FIRST));
  const changed = master('fourth', SECOND);
  // A folder stands where the new file must go; permissions would not stop root.
  rmSync(join(top, 'exercises/a.ts'));
  mkdirSync(join(top, 'exercises/a.ts/in-the-way'), { recursive: true });
  const outcome = await update({ top, master: changed });
  assert.equal(outcome.status, 'refused');
  assert.match(outcome.sentence, /^The update stopped: .*run \.\/workshop update again\.$/);
});
