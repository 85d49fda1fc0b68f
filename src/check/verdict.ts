import * as z from 'zod';
import { VerdictWord } from '../course/schema.ts';

/** Where in a learner's file: the path relative to the top of the course, line and column from 1. */
export const Place = z.strictObject({
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
});
export type Place = z.infer<typeof Place>;

/** How one declared test went; `not run` when nothing about it arrived. */
export const TestResult = z.strictObject({
  name: z.string(),
  result: z.enum(['passed', 'failed', 'not run']),
});
export type TestResult = z.infer<typeof TestResult>;

/** The expectation that was not met, in the learner's terms. */
export const Failure = z.strictObject({
  test: z.string().nullable(),
  message: z.string(),
  got: z.string().nullable(),
  expected: z.string().nullable(),
  /** Lines that begin with "+ " were expected and did not come, "- " came and were not expected. */
  diff: z.array(z.string()),
  place: Place.nullable(),
});
export type Failure = z.infer<typeof Failure>;

/** One complaint of the compiler about the answer, in plain words and in its own. */
export const TypeProblem = z.strictObject({
  place: Place.nullable(),
  plain: z.string(),
  compiler: z.string(),
});
export type TypeProblem = z.infer<typeof TypeProblem>;

/** How a crash came about: the signal, the line of C where it struck, the calls of JavaScript that led there. */
export const Crash = z.strictObject({
  signal: z.string(),
  native: z.array(z.string()),
  javascript: z.array(z.string()),
  sanitizer: z.string().nullable(),
});
export type Crash = z.infer<typeof Crash>;

/** The learner's own syscalls that explain a failure: one sentence, and the calls it speaks of. */
export const Explanation = z.strictObject({
  sentence: z.string(),
  syscalls: z.array(z.string()),
});
export type Explanation = z.infer<typeof Explanation>;

/** What the checker says about one answer: the same in a terminal, in a cell and as JSON. */
export const Verdict = z
  .strictObject({
    exercise: z.string(),
    verdict: VerdictWord,
    reason: z.string().describe('One sentence in the learner’s terms: what happened.'),
    next: z.string().nullable().describe('What to do next.'),
    tests: z.array(TestResult),
    failure: Failure.nullable(),
    types: z.array(TypeProblem),
    crash: Crash.nullable(),
    explanation: Explanation.nullable(),
    output: z.string().describe('The end of what the answer printed.'),
    ms: z.number().nonnegative(),
  })
  .meta({ title: 'Verdict', description: 'One verdict of `./workshop check --json`.' });
export type Verdict = z.infer<typeof Verdict>;

/** The JSON Schema of what `./workshop check --json` prints: an array of verdicts. */
export function verdictSchema(): object {
  return z.toJSONSchema(z.array(Verdict).meta({ title: 'Verdicts' }));
}
