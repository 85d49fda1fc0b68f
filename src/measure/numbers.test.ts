import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { machine } from './machine.ts';
import { savedNumbers, saveNumber } from './numbers.ts';

const folder = mkdtempSync(join(tmpdir(), 'workshop-numbers-'));
process.env.WORKSHOP_STATE = folder;
after(() => rmSync(folder, { recursive: true }));

const number = { id: '01-one-call/true', label: 'spawn true', value: 1.5, unit: 'ms' };

test('a later value replaces the earlier one and leaves the others', () => {
  assert.deepEqual(savedNumbers(), []);
  saveNumber(number);
  saveNumber({ ...number, id: '01-one-call/cat' });
  saveNumber({ ...number, value: 2 });
  const saved = savedNumbers();
  assert.deepEqual(
    saved.map(({ id, value }) => [id, value]),
    [
      ['01-one-call/cat', 1.5],
      ['01-one-call/true', 2],
    ],
  );
  assert.equal(saved[0]?.machine, machine());
});

test('a file that cannot be read is set aside, not lost', () => {
  writeFileSync(join(folder, 'numbers.json'), '{ broken');
  assert.deepEqual(savedNumbers(), []);
  const aside = readdirSync(folder).find((name) => name.startsWith('numbers.json.unreadable-'));
  assert.equal(readFileSync(join(folder, aside ?? ''), 'utf8'), '{ broken');
});

test('the machine is one line that names its cores, memory, kernel and Node', () => {
  assert.match(
    machine(),
    /^.+ · \d+ cores? · [\d.]+ GiB · Linux \S+ · Node [\d.]+ · (not )?in a container$/,
  );
});
