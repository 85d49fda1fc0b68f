import assert from 'node:assert/strict';
import { test } from 'node:test';
import { because } from './log.js';

const failed = (output: string) => ({ code: 1, signal: null, missing: false, output });

const causes: [string, string, RegExp][] = [
  ['npm', 'npm ERR! code EAI_AGAIN\nnpm ERR! request failed', /^the network could not be reached/],
  [
    'pip',
    'WARNING: Retrying … NewConnectionError: Failed to establish a new connection',
    /^the network/,
  ],
  ['apt', "E: Failed to fetch  Temporary failure resolving 'deb'", /^the network/],
  ['npm', 'npm ERR! code ENOSPC', /^the disk is full/],
  ['npm', 'npm error code EINTEGRITY', /^a download is not the file that the lock names/],
  ['pip', 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES', /^a download is not the file/],
  [
    'npm',
    'npm error code SELF_SIGNED_CERT_IN_CHAIN',
    /^the certificate of the server is not trusted/,
  ],
  ['npm', "npm ERR! EACCES: permission denied, mkdir 'node_modules'", /belongs to someone else/],
];
for (const [tool, output, sentence] of causes) {
  test(`${tool}: ${output.split('\n')[0]}`, () =>
    assert.match(because(tool, failed(output)), sentence));
}

test('an unknown cause is told in the tool’s own last telling line', () => {
  assert.equal(
    because('make', failed('cc a.c\na.c:1: error: expected ;\nmake: leaving\n')),
    'make ended with code 1 and said "a.c:1: error: expected ;".',
  );
});

test('a tool that is not there is named', () => {
  const ended = { code: null, signal: null, missing: true, output: '' };
  assert.equal(because('make', ended), 'make is not installed or not on PATH.');
});
