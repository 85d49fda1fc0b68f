import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asanReport } from './asan.ts';

const REPORT = `before
=================================================================
==42==ERROR: AddressSanitizer: heap-use-after-free on address 0x60 at pc 0x7f
READ of size 1
SUMMARY: AddressSanitizer: heap-use-after-free crimes.c:46 in read_after_free
==42==ABORTING
`;

test('finds the report in stderr, and its summary', () => {
  const found = asanReport(REPORT);
  assert.equal(found?.summary, 'heap-use-after-free crimes.c:46 in read_after_free');
  assert.match(found?.text ?? '', /^==42==ERROR[\s\S]*==ABORTING$/);
});

test('a report that breaks off is summed up by its first line', () => {
  const half = REPORT.slice(0, REPORT.indexOf('READ'));
  assert.equal(asanReport(half)?.summary, 'heap-use-after-free on address 0x60 at pc 0x7f');
});

test('other output is no report', () => assert.equal(asanReport('AddressSanitizer'), undefined));
