import { ExerciseEntry } from '../course/schema.ts';
import { DEFAULT_LIMITS, type Ending, type ProgramResult } from '../sandbox/index.ts';
import type { Evidence } from './judge/judge.ts';
import type { CheckRecord } from './records.ts';

/** What a test passes in place of a real run: an exercise of two tests, and the records and the end it came to. */
export function evidence(
  records: readonly CheckRecord[],
  {
    ending = { kind: 'exited', code: 0 },
    output = '',
    compiled = '',
  }: {
    ending?: Ending;
    output?: string;
    compiled?: string;
  } = {},
): Evidence {
  const run: ProgramResult = {
    ending,
    records,
    stdout: output,
    stderr: '',
    wallMs: 1_234,
    cpuMs: 0,
    peakMemoryBytes: 0,
    peakProcesses: 1,
    leftBehind: 0,
    limits: DEFAULT_LIMITS,
  };
  return {
    id: '01-one-call/decode',
    entry: ENTRY,
    answer: { path: ANSWER, shownAs: 'exercises/01-one-call/decode.ts', name: 'decode' },
    test: TEST_FILE,
    run,
    compiled: { output: compiled },
  };
}

const ANSWER = '/course/exercises/01-one-call/decode.ts';
const TEST_FILE = '/course/exercises/01-one-call/decode.test.ts';

const ENTRY = ExerciseEntry.parse({
  name: 'decode',
  title: 'Decode',
  task: 'Write decode.',
  minutes: 5,
  tests: ['keeps the text', 'keeps the end'],
  hints: ['One.', 'Two.', 'Three.'],
});

type Test = Extract<CheckRecord, { type: 'test' }>;

/** The record of a test that passed, changed as given. */
export function passed(name: string, change: Partial<Test> = {}): CheckRecord {
  return { type: 'test', name, nesting: 0, file: TEST_FILE, ok: true, skipped: false, ...change };
}

/** The record of a test that failed with this error. */
export function failed(name: string, error: Partial<NonNullable<Test['error']>>): CheckRecord {
  const whole = { name: 'Error', message: '', stack: '', ...error };
  return passed(name, { ok: false, failureType: 'testCodeFailure', error: whole });
}

/** The end of node:test, reached by itself. */
export const END: CheckRecord = { type: 'end', success: true };

/** Both tests passed, and the end came. */
export const ALL_PASSED: readonly CheckRecord[] = [
  passed('keeps the text'),
  passed('keeps the end'),
  END,
];
