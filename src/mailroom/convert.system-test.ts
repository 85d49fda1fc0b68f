import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertByCall } from './convert-by-call.ts';
import { convertByProcess } from './convert-by-process.ts';
import { samples } from './messages.ts';

const ROUTES = { 'by a process': convertByProcess, 'by a call': convertByCall };

for (const [name, convert] of Object.entries(ROUTES)) {
  test(`every letter comes out as its original, converted ${name}`, async () => {
    for (const letter of samples()) assert.equal(await convert(letter), letter.text, letter.name);
  });

  test(`a charset that does not exist is refused, converted ${name}`, async () => {
    const [letter] = samples();
    assert.ok(letter);
    await assert.rejects(async () => convert({ ...letter, charset: 'NO-SUCH' }), /NO-SUCH/);
  });
}
