import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetupFailure } from '../failure.js';
import { chosenStages } from './test-options.js';

const stages = [{ name: 'types' }, { name: 'unit' }, { name: 'system' }];

test('without a name every stage runs', () => {
  assert.deepEqual(chosenStages([], stages), stages);
});

test('named stages run in their own order, each once', () => {
  const names = chosenStages(['system', 'types', 'system'], stages).map((stage) => stage.name);
  assert.deepEqual(names, ['types', 'system']);
});

test('an unknown stage is refused with the names of those that exist', () => {
  const sentence =
    'npm test does not know "units": its stages are types, unit, system, and without a name it runs all.';
  assert.throws(() => chosenStages(['types', 'units'], stages), new SetupFailure(sentence, 2));
});
