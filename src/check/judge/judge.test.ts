import assert from 'node:assert/strict';
import test from 'node:test';
import { ALL_PASSED, END, evidence, failed, passed } from '../test-evidence.ts';
import { judge } from './judge.ts';

test('a pass needs every declared test, the end record, an exit code of 0 and fitting types', () => {
  assert.equal(judge(evidence(ALL_PASSED)).verdict, 'pass');
  const lacking = {
    'a test': [passed('keeps the text'), END],
    'the end': ALL_PASSED.slice(0, 2),
    'a test that was not skipped': [
      passed('keeps the text'),
      passed('keeps the end', { skipped: true }),
      END,
    ],
    'a test of its own': [
      passed('keeps the text', { file: '/elsewhere.ts' }),
      passed('keeps the end'),
      END,
    ],
    'a test at the top': [passed('keeps the text', { nesting: 1 }), passed('keeps the end'), END],
    everything: [],
  };
  for (const [what, records] of Object.entries(lacking)) {
    assert.notEqual(judge(evidence(records)).verdict, 'pass', `passed without ${what}`);
  }
  const exited = { ending: { kind: 'exited', code: 7 } } as const;
  assert.equal(judge(evidence(ALL_PASSED, exited)).verdict, 'not yet');
  const compiled =
    "/course/exercises/01-one-call/decode.ts(3,4): error TS2322: Type 'string' is not assignable to type 'number'.";
  assert.equal(judge(evidence(ALL_PASSED, { compiled })).verdict, 'not yet');
});

test('types that could not be checked are no pass, and no fault of the answer', () => {
  const compiled = { unavailable: 'the TypeScript compiler is not installed' };
  assert.equal(judge({ ...evidence(ALL_PASSED), compiled }).verdict, 'our fault');
});

test('a record that no reporter of ours would send is not believed', () => {
  const forged = [{ type: 'end', success: true, extra: 1 }, 'end', null];
  const given = judge({ ...evidence([]), run: { ...evidence([]).run, records: forged } });
  assert.equal(given.verdict, 'not yet');
});

test('one failed test is enough, and a test that passed twice and failed once has failed', () => {
  const records = [...ALL_PASSED, failed('keeps the end', { message: 'The end is lost.' })];
  const given = judge(evidence(records));
  assert.equal(given.verdict, 'not yet');
  assert.equal(given.reason, 'Error: The end is lost.');
  assert.deepEqual(
    given.tests.map(({ result }) => result),
    ['passed', 'failed'],
  );
});

test('each end has its own verdict, even when every test passed', () => {
  const endings = {
    crashed: { kind: 'signal', signal: 'SIGSEGV' },
    'timed out': { kind: 'timedOut', limitMs: 10_000 },
    'our fault': { kind: 'lost', reason: 'no more processes' },
  } as const;
  for (const [verdict, ending] of Object.entries(endings)) {
    assert.equal(judge(evidence(ALL_PASSED, { ending })).verdict, verdict);
  }
  assert.equal(
    judge(evidence([], { ending: { kind: 'cpu', limitMs: 10_000 } })).verdict,
    'timed out',
  );
  assert.equal(
    judge(evidence([], { ending: { kind: 'memory', limitBytes: 1 } })).verdict,
    'crashed',
  );
  assert.equal(
    judge(evidence([], { ending: { kind: 'output', limitBytes: 1 } })).verdict,
    'not yet',
  );
  assert.equal(
    judge(evidence([], { ending: { kind: 'processes', limit: 32 } })).verdict,
    'not yet',
  );
});

test('a test that blames the machine is our fault, and so is a test that cannot be loaded', () => {
  const refused = failed('keeps the text', { code: 'WORKSHOP_ENVIRONMENT', message: 'No strace.' });
  assert.equal(judge(evidence([refused, END])).verdict, 'our fault');
  const error = {
    name: 'Error',
    message: 'broken',
    stack: 'at /course/exercises/01-one-call/decode.test.ts:1:1',
  };
  const ending = { kind: 'exited', code: 1 } as const;
  assert.equal(judge(evidence([{ type: 'uncaught', error }], { ending })).verdict, 'our fault');
  const inAnswer = { ...error, stack: 'at file:///course/exercises/01-one-call/decode.ts:2:7' };
  const given = judge(evidence([{ type: 'uncaught', error: inAnswer }], { ending }));
  assert.equal(given.verdict, 'not yet');
  assert.deepEqual(given.failure?.place, {
    file: 'exercises/01-one-call/decode.ts',
    line: 2,
    column: 7,
  });
});
