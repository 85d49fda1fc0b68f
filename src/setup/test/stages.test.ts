import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { inTree } from '../tree.js';
import { filesOf, stages } from './stages.js';

const listed = stages.flatMap((stage) =>
  'files' in stage ? [{ ...stage, found: filesOf(stage) }] : [],
);

test('every test file is in exactly one stage, and every such stage has files', () => {
  const all = listed.flatMap((stage) => stage.found);
  assert.equal(new Set(all).size, all.length);
  for (const { name, found } of listed) assert.ok(found.length > 0, name);
  assert.ok(all.includes('src/setup/test/stages.test.ts'));
  assert.ok(all.includes('src/setup/fresh-clone.system-test.ts'));
  for (const file of all) assert.ok(existsSync(inTree(file)), file);
});

test('processes are looked at one file at a time', () => {
  const parallel = listed.filter((stage) => !stage.serial).map((stage) => stage.name);
  assert.deepEqual(parallel, ['unit']);
});
