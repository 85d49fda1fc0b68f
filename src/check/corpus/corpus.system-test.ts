import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exercises } from '../../course/index.ts';
import { knownAnswers } from './answers.ts';
import { misjudged } from './judge-known.ts';

// WORKSHOP_REPEAT=20 checks every right answer so often: two run at a time, so both cores of a small machine are busy.
const repeat = Number(process.env.WORKSHOP_REPEAT ?? 1);
const answers = knownAnswers();

for (const { id } of exercises()) {
  const own = answers.filter((answer) => answer.id === id);

  test(`${id}: the stub is not yet, and each wrong answer is refused with its message`, async () => {
    const refused = own.filter(({ verdict }) => verdict !== 'pass');
    assert.deepEqual(await misjudged(refused), []);
  });

  test(`${id}: the reference and every other right answer pass`, async () => {
    const right = own.filter(({ verdict }) => verdict === 'pass');
    const often = Array.from({ length: repeat }, () => right).flat();
    assert.deepEqual(await misjudged(often), []);
  });
}
