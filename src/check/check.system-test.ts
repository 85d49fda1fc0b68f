import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, beforeEach } from 'node:test';
import { ROOT } from '../course/index.ts';
import type { Bundle } from '../display/index.ts';
import { check } from './check.ts';
import { runCheck } from './run-check.ts';

// A course of its own, in the tree, so that answers find their packages.
mkdirSync(join(ROOT, '.workshop'), { recursive: true });
const home = mkdtempSync(join(ROOT, '.workshop/cell-test-'));
process.env.WORKSHOP_EXERCISES = join(home, 'exercises');
process.env.WORKSHOP_STATE = join(home, 'state');
cpSync(join(ROOT, 'exercises'), join(home, 'exercises'), { recursive: true });
after(() => rmSync(home, { recursive: true }));

/** What a kernel would show. */
const shown: Bundle['data'][] = [];
Reflect.set(globalThis, Symbol.for('workshop.display'), ({ data }: Bundle) => shown.push(data));
beforeEach(() => shown.splice(0));

function put(solution: string): void {
  copyFileSync(
    join(ROOT, 'solutions/00-welcome', solution),
    join(home, 'exercises/00-welcome/break-it.ts'),
  );
}

test('a check in a cell shows one verdict, as HTML and as text, and follows every edit', async () => {
  for (const [solution, verdict] of [
    ['break-it/stub.ts', 'not yet'],
    ['break-it.ts', 'pass'],
    ['break-it/wrong/throw.ts', 'not yet'],
  ] as const) {
    put(solution);
    await check('break-it');
    const data = shown.pop();
    assert.ok(String(data?.['text/html']).includes(`<strong>${verdict}</strong>`), solution);
    assert.ok(data?.['text/plain'].includes(`${verdict}  00-welcome/break-it`));
    assert.equal(shown.length, 0);
  }
});

test('a name that no exercise has is a notice, and no error', async () => {
  await check('brek-it');
  assert.match(String(shown[0]?.['text/plain']), /Did you mean 00-welcome\/break-it\?/);
});

test('an exercise whose test is gone is our fault, in one sentence', async () => {
  const testFile = join(home, 'exercises/00-welcome/who-ran.test.ts');
  rmSync(testFile);
  const { verdict, reason } = await runCheck('00-welcome/who-ran');
  assert.equal(verdict, 'our fault');
  assert.match(reason, /who-ran\.test\.ts/);
});

test('where progress cannot be kept the verdict is shown all the same, with a notice', async () => {
  process.env.WORKSHOP_STATE = '/dev/null/state';
  put('break-it.ts');
  await check('break-it');
  process.env.WORKSHOP_STATE = join(home, 'state');
  assert.match(String(shown[0]?.['text/plain']), /pass/);
  assert.match(String(shown[1]?.['text/plain']), /^Warning: Your progress could not be kept/);
});
