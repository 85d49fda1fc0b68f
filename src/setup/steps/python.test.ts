import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPython, isNewEnough, pythonProblem } from './python.js';

test('3.11 is the oldest Python, compared as numbers', () => {
  assert.deepEqual(['2.7.18', '3.9.2', '3.10.12'].filter(isNewEnough), []);
  assert.deepEqual(['3.11.2', '3.13.5', '4.0.0'].filter(isNewEnough).length, 3);
});

test('none, too old, and without venv are three sentences', () => {
  assert.match(pythonProblem([], true), /^Python is not installed: install Python 3.11 or newer/);
  assert.match(pythonProblem(['3.9.2'], true), /^Python 3.9.2 is too old for JupyterLab here/);
  assert.match(pythonProblem(['3.11.2'], false), /^Python 3.11.2 has no venv module: install it/);
});

test('the Python of this machine is found, and is new enough', async () => {
  const python = await findPython();
  assert.ok(python.ok);
  assert.ok(isNewEnough(python.version));
});
