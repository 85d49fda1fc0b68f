import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ask } from './ask.ts';

test('a program that ends is told by its code and its output', async () => {
  const reply = await ask(['sh', '-c', 'cat; echo err >&2; exit 3'], { input: Buffer.from('in') });
  assert.deepEqual(reply, { end: 'exited', code: 3, signal: null, stdout: 'in', stderr: 'err\n' });
});

test('a program that is not there is not installed', async () => {
  assert.equal((await ask(['no-such-program-here'])).end, 'not installed');
});

test('a killed program is told by its signal', async () => {
  const reply = await ask(['sh', '-c', 'kill -SEGV $$']);
  assert.deepEqual([reply.end, reply.signal], ['killed', 'SIGSEGV']);
});

test('no answer in time ends the program and the one it started', async () => {
  const reply = await ask(['sh', '-c', 'sleep 61 & echo $!; trap "" TERM; wait'], { limit: 300 });
  assert.equal(reply.end, 'no answer');
  const grandchild = Number(reply.stdout);
  assert.ok(grandchild > 0);
  while (alive(grandchild)) await new Promise((resolve) => setTimeout(resolve, 5));
});

test('endless output is cut, not kept', async () => {
  const reply = await ask(['yes'], { limit: 200 });
  assert.equal(reply.end, 'no answer');
  assert.equal(reply.stdout.length, 64 * 1024);
});

/** A zombie is no longer alive: only its parent's bookkeeping is left. */
function alive(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
