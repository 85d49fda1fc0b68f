import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Allowance, CUT_NOTICE, MAX_BYTES, MAX_LINES } from './allowance.ts';

test('passes text on until the bytes are spent, and again after a renewal', () => {
  const allowance = new Allowance();
  const chunk = new Uint8Array(MAX_BYTES - 1).fill(120);
  assert.equal(allowance.take(chunk).length, chunk.length);
  assert.equal(allowance.spent, false);
  assert.equal(allowance.take(chunk).length, 1);
  assert.equal(allowance.spent, true);
  assert.equal(allowance.take(chunk).length, 0);
  allowance.renew();
  assert.equal(allowance.take(chunk).length, chunk.length);
});

test('cuts after the last allowed line', () => {
  const allowance = new Allowance();
  const lines = Buffer.from('y\n'.repeat(MAX_LINES + 5));
  assert.equal(allowance.take(lines).length, 2 * MAX_LINES);
  assert.equal(allowance.spent, true);
});

test('text that ends exactly at the bound is not called cut', () => {
  const allowance = new Allowance();
  assert.equal(allowance.take(Buffer.from('y\n'.repeat(MAX_LINES))).length, 2 * MAX_LINES);
  assert.equal(allowance.spent, false);
  assert.equal(allowance.take(Buffer.from('y\n')).length, 0);
  assert.equal(allowance.spent, true);
});

test('the notice names the bounds that hold', () => {
  assert.match(CUT_NOTICE, new RegExp(`${MAX_BYTES / 1024 / 1024} MiB`));
  assert.match(CUT_NOTICE, new RegExp(MAX_LINES.toLocaleString('en-US')));
});
