import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { exercise } from '../course/index.ts';
import { Cache } from './cache.ts';
import { mutateExercise, scratchFolder } from './mutate.ts';

const STUB = `export function larger(a: number, b: number): number {
  throw new Error('not written yet', { cause: [a, b] });
}
`;
const REFERENCE = `export function larger(a: number, b: number): number {
  if (a > b) return a;
  return b;
}
`;
// It never asks with the larger number first, so that nothing depends on the condition's being true.
const WEAK_TEST = `import assert from 'node:assert/strict';
import test from 'node:test';
import { larger } from './larger.ts';

test('the larger of two', () => {
  assert.equal(larger(1, 2), 2);
});
`;

test('a weak test accepts mutants, by name; what was judged once is not run again', async () => {
  const scratch = `${scratchFolder()}-test`;
  mkdirSync(scratch, { recursive: true });
  try {
    writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }\n');
    const file = (name: string, text: string) => {
      writeFileSync(join(scratch, name), text);
      return join(scratch, name);
    };
    const real = exercise('00-welcome/break-it');
    const files = {
      ...real.files,
      answer: file('larger.ts', STUB),
      stub: file('stub.ts', STUB),
      reference: file('reference.ts', REFERENCE),
      test: file('larger.test.ts', WEAK_TEST),
    };
    const weak = {
      ...real,
      id: '00-welcome/larger',
      name: 'larger',
      tests: ['the larger of two'],
      files,
    };
    const workshop = { scratch, cache: new Cache(), signal: new AbortController().signal, jobs: 2 };

    const judged = await mutateExercise(weak, workshop);
    const become = (wanted: string) =>
      judged.filter(({ outcome }) => outcome === wanted).map(({ after }) => after);
    assert.deepEqual(become('accepted'), ['if (false) return a;', ';', 'if (a >= b) return a;']);
    assert.deepEqual(become('refused by a test'), ['if (true) return a;', 'if (a <= b) return a;']);

    const stopped = { ...workshop, signal: AbortSignal.abort() };
    assert.deepEqual(await mutateExercise(weak, stopped), judged, 'all of it comes from the cache');
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
