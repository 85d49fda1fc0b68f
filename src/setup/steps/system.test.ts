import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingSentence, packages } from './system.js';

const named = (...names: string[]) => packages.filter((entry) => names.includes(entry.package));

test('every package says how it is found and what fails without it', () => {
  for (const { package: name, found, blocks } of packages) {
    assert.equal(Object.keys(found).length, 1, name);
    assert.ok(['start', 'lessons', 'test'].includes(blocks), name);
  }
});

test('with apt the remedy is one command to copy', () => {
  assert.equal(
    missingSentence(named('gcc', 'make'), true),
    'These system tools are missing; install with  sudo apt-get update && sudo apt-get install -y --no-install-recommends gcc make  and run the same command again.',
  );
});

test('elsewhere the remedy names what to look for', () => {
  assert.equal(
    missingSentence(named('strace'), false),
    'This system tool is missing; install what your system calls strace (Debian’s name) and run the same command again.',
  );
});
