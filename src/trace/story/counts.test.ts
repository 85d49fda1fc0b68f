import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counts } from './counts.ts';
import { calls } from './essentials.ts';
import { families, familyOf } from './families.ts';
import { STORY } from './written-trace.ts';

test('a call knows its family; a name that is not listed is other', () => {
  assert.equal(familyOf('execve'), 'process');
  assert.equal(familyOf('newfstatat'), 'file');
  assert.equal(familyOf('futex'), 'sync');
  assert.equal(familyOf('getrandom'), 'other');
  assert.equal(familyOf('constructor'), 'other');
  assert.equal(families.length, 8);
});

test('counts add up, by name, family and kind', () => {
  const { calls: all, byName, byFamily, byKind } = counts(STORY);
  assert.equal(all, calls(STORY).length);
  assert.deepEqual(byKind, { syscall: 7, exit: 3, signal: 1 });
  for (const table of [byName, byFamily]) {
    assert.equal(
      table.reduce((sum, count) => sum + count.calls, 0),
      all,
    );
  }
  const execve = byName[0] ?? assert.fail();
  assert.equal(execve.name, 'execve');
  assert.deepEqual([execve.calls, execve.errors, execve.family], [3, 1, 'process']);
  assert.ok(Math.abs(execve.seconds - 0.0004) < 1e-9);
  assert.equal(byName.find(({ name }) => name === 'wait4')?.waiting, 0.0001);
});
