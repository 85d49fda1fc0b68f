import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Bundle } from '../display/index.ts';
import { sealedCase } from './sealed-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'workshop-case-'));
process.env.WORKSHOP_STATE = folder;
let last = '';
Reflect.set(globalThis, Symbol.for('workshop.display'), (bundle: Bundle) => {
  last = bundle.data['text/plain'];
});
after(() => rmSync(folder, { recursive: true }));

// Each test solves its case as a learner would, from what the tools of the lesson print.
const seen = (command: string, args: string[], env = {}): string => {
  const { stdout, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return stdout + stderr;
};

test('the courier: strace names the file that may not be executed, and chmod frees it', async () => {
  const courier = sealedCase('01-one-call');
  await courier.check();
  assert.match(last, /still ends with 1/);
  const trace = seen('strace', ['-f', '-e', 'trace=execve', ...courier.argv]);
  const refused = /execve\("([^"]+)".* = -1 EACCES/.exec(trace)?.[1] ?? '';
  assert.equal([...trace.matchAll(/ENOENT/g)].length, 2);
  chmodSync(join(courier.folder, refused), 0o755);
  await courier.check();
  assert.match(last, /solved/);
});

test('the sorter: LD_DEBUG names the library, and a link on LD_LIBRARY_PATH serves it', async () => {
  const sorter = sealedCase('08-first-foreign-call');
  await sorter.check();
  assert.match(last, /still ends with 1/);
  const [program, ...args] = sorter.argv;
  const debug = seen(program, args, { LD_DEBUG: 'libs' });
  const name = /find library=(libletters-\S+)/.exec(debug)?.[1] ?? '';
  const shelf = join(sorter.folder, 'shelf');
  symlinkSync(readdirSync(shelf)[0] ?? '', join(shelf, name));
  await sorter.check();
  assert.match(last, /still ends with 1/, 'the environment is part of the answer');
  await sorter.check({ LD_LIBRARY_PATH: shelf });
  assert.match(last, /solved/);
});

test('a case opened again is as the learner left it', async () => {
  await sealedCase('01-one-call').check();
  assert.match(last, /solved/);
});
