import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serialize } from 'node:v8';
import { callEnding } from './call-ending.ts';

const exited = (code = 0) => ({ kind: 'exited', code }) as const;
const returned = { type: 'returned', value: serialize(7n).toString('base64') };
const exit = { type: 'exit', stack: 'Error\n    at leave (a.ts:1:2)' };

test('a value counts only after an orderly exit', () => {
  assert.deepEqual(callEnding(exited(), [returned]), { kind: 'returned', value: 7n });
  const crashed = { kind: 'signal', signal: 'SIGSEGV' } as const;
  assert.equal(callEnding(crashed, [returned]), crashed);
});

test('an exit without a word, with a word, and for want of work are told apart', () => {
  const early = { kind: 'exitedEarly', code: 0, why: 'exit' };
  assert.deepEqual(callEnding(exited(), []), early);
  assert.deepEqual(callEnding(exited(), [exit]), { ...early, stack: exit.stack });
  assert.deepEqual(callEnding(exited(), [{ type: 'stalled' }]), { ...early, why: 'neverSettled' });
});

test('an error counts more than the exit that follows it', () => {
  const error = { name: 'Error', message: 'late', stack: '' };
  const threw = { type: 'threw', from: 'unhandled rejection', error };
  assert.deepEqual(callEnding(exited(1), [threw, exit]), {
    kind: 'threw',
    from: 'unhandled rejection',
    error,
  });
});
