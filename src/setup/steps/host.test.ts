import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostProblem, writeProblem } from './host.js';

test('Linux on x86-64 and arm64 has no problem', () => {
  assert.equal(hostProblem('linux', 'x64'), undefined);
  assert.equal(hostProblem('linux', 'arm64'), undefined);
});

test('another system is sent to the image, another processor is named', () => {
  assert.match(
    hostProblem('darwin', 'arm64') ?? '',
    /does not run on macOS: run it in its Linux image/,
  );
  assert.match(hostProblem('win32', 'x64') ?? '', /does not run on Windows/);
  assert.match(hostProblem('freebsd', 'x64') ?? '', /does not run on freebsd/);
  assert.match(hostProblem('linux', 'ia32') ?? '', /this Node is built for ia32/);
});

test('a failed write is told by its cause; any other error is not claimed', () => {
  const failing = (code: string) => Object.assign(new Error(code), { code });
  assert.match(writeProblem(failing('ENOSPC')) ?? '', /is full: free at least/);
  assert.match(writeProblem(failing('EROFS')) ?? '', /cannot be written to: copy the workshop/);
  assert.equal(writeProblem(failing('ENOENT')), undefined);
  assert.equal(writeProblem('text'), undefined);
});
