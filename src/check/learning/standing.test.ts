import assert from 'node:assert/strict';
import test from 'node:test';
import type { ExerciseProgress } from './progress-file.ts';
import { stateOf } from './standing.ts';

const at = '2026-01-01T00:00:00.000Z';
const kept = (change: Partial<ExerciseProgress>): ExerciseProgress => ({
  attempts: 1,
  hint: 0,
  ...change,
});

test('a pass stays a pass, and what changed since is named', () => {
  const passed = { at, answer: 'a1', exercise: 'e1' };
  assert.equal(stateOf(undefined, 'a1', 'e1'), 'not begun');
  assert.equal(stateOf(kept({ attempts: 0, hint: 1 }), 'a1', 'e1'), 'not begun');
  assert.equal(stateOf(kept({}), 'a1', 'e1'), 'begun');
  assert.equal(stateOf(kept({ passed }), 'a1', 'e1'), 'passed');
  assert.equal(stateOf(kept({ passed }), 'a2', 'e1'), 'passed, edited since');
  assert.equal(stateOf(kept({ passed }), 'a1', 'e2'), 'passed, the exercise has changed since');
});
