import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errnoName, readReport, signalName } from './report.ts';

test('signals have the name that programmers use', () => {
  assert.deepEqual([6, 9, 11, 24, 40].map(signalName), [
    'SIGABRT',
    'SIGKILL',
    'SIGSEGV',
    'SIGXCPU',
    'SIG40',
  ]);
});

test('an errno has its name', () => assert.equal(errnoName(13), 'EACCES'));

test('half a report is none', () => {
  assert.equal(readReport('{"kind":"exi'), undefined);
  assert.equal(readReport(''), undefined);
  assert.equal(readReport('{"kind":"exited"}'), undefined);
});
