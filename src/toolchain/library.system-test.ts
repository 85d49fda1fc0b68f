import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from '../course/paths.ts';
import { maps } from '../proc/index.ts';
import { dependencies, symbols } from './library.ts';
import { whereFound } from './where-found.ts';

const MAIL = join(ROOT, 'native/build/libmail.so');
const UTF8 = join(ROOT, 'native/build/libutf8.so');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'libraries-')));
after(() => rmSync(folder, { recursive: true, force: true }));

test('lists what a library offers and what it wants', async () => {
  const mail = await symbols(MAIL);
  assert.deepEqual(
    mail.exported.map(({ name, kind }) => [name, kind]),
    ['charset_name', 'checksum', 'postage', 'sent_at'].map((name) => [name, 'function']),
  );
  const wanted = (await symbols(UTF8)).undefined;
  const iconv = wanted.find(({ name }) => name === 'iconv_open');
  assert.equal(iconv?.weak, false);
  assert.match(iconv?.version ?? '', /^GLIBC_/);
});

test('reads the libraries that a program asks for', async () => {
  const { needed, runpath } = await dependencies(join(ROOT, 'native/build/convert-utf8'));
  assert.deepEqual(needed, ['libutf8.so', 'libc.so.6']);
  assert.deepEqual(runpath, ['$ORIGIN']);
});

test('a file that is no library is refused in one sentence', async () => {
  await assert.rejects(symbols(join(ROOT, 'package.json')), /^Error: nm .* failed: .*/);
});

test('finds what dlopen finds: the libc that is mapped here', async () => {
  const here = maps(process.pid)?.map(({ path }) => path) ?? [];
  const found = await whereFound('libc.so.6');
  assert.ok(found !== null && here.includes(found), String(found));
});

test('a name is searched in LD_LIBRARY_PATH as it was at the start, a path is taken as it is', async () => {
  const copy = join(folder, 'libmail.so');
  copyFileSync(MAIL, copy);
  const env = { ...process.env, LD_LIBRARY_PATH: folder };
  assert.equal(await whereFound('libmail.so'), null);
  assert.equal(await whereFound('libmail.so', env), copy);
  assert.equal(await whereFound(MAIL, env), MAIL);
});

test('a link leads to the real file, and a name that is not there to null', async () => {
  const link = join(folder, 'liblink.so');
  symlinkSync(MAIL, link);
  assert.equal(await whereFound(link), MAIL);
  assert.equal(await whereFound('libnowhere.so.9'), null);
});
