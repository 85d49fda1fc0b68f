import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { ROOT } from '../../course/index.ts';
import { learner, withLearner } from './learner.ts';

type Mail = { postage(grams: number, rate: number): number; charsetName(n: number): string | null };
const MAIL = join(ROOT, 'native/build/libmail.so');

test('an answer of an early lesson runs here', async () => {
  type Probes = { probes(cmd: string, path: string): string[] };
  const { probes } = await learner<Probes>('probes', { solution: true });
  assert.deepEqual(await probes('./tool', '/bin'), ['./tool']);
});

test('an answer from lesson 08 on runs in the sandbox', async () => {
  const solution = { solution: true };
  const postage = await withLearner(
    'bind-mail',
    ({ bindMail }: { bindMail(so: string): Mail }, so) => bindMail(so).postage(100, 0.5),
    [MAIL],
    solution,
  );
  assert.equal(typeof postage, 'number');
  const library = await learner<{ whichLibrary(name: string): string | null }>(
    'which-library',
    solution,
  );
  assert.match(String(await library.whichLibrary('libc.so.6')), /libc/);
});

test('a crash of an answer is an error that names the signal, and this process lives on', async () => {
  await assert.rejects(
    withLearner('bind-mail', () => process.kill(process.pid, 'SIGSEGV'), [], { solution: true }),
    /SIGSEGV/,
  );
});

test('a name that no exercise has suggests the nearest', async () => {
  await assert.rejects(learner('prob'), /Did you mean 01-one-call\/probes\?/);
});
