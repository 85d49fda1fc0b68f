/**
 * The course as data. One JSON file a lesson in `lessons/`, one entry an exercise within it, and
 * the tracks in `tracks.json`. An exercise is these files (exercises/README.md shows one being added):
 *
 *   exercises/L/name.ts          the stub a learner edits: compiles, states the task, throws "not written yet"
 *   exercises/L/name.test.ts     what it must do: plain node:test, imports `./name.ts`, runs alone
 *   solutions/L/name.ts          the reference answer
 *   solutions/L/name/stub.ts     the stub once more, which no learner edits: what `reset` brings back
 *   solutions/L/name/right/*.ts  at least two other right answers, unlike each other
 *   solutions/L/name/wrong/*.ts  at least three plausible wrong ones
 *   solutions/L/name/wrong.json  for each wrong one: its misconception, verdict, message and hint (WrongAnswers)
 */
import * as z from 'zod';

const sentence = z.string().min(1).max(600);

/** The five verdicts. They are never mixed, and each has its own exit code in `check/exit-codes.ts`. */
export const VerdictWord = z.enum(['pass', 'not yet', 'crashed', 'timed out', 'our fault']);
export type VerdictWord = z.infer<typeof VerdictWord>;

/** A hint's place on the ladder: 1 points, 2 explains, 3 nearly tells. */
export const Rung = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Rung = z.infer<typeof Rung>;

/** One exercise of a lesson. Its id is the lesson's id, a slash and its name: `01-one-call/decode`. */
export const ExerciseEntry = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: sentence.describe('What the learner will have done, in a few words.'),
  task: sentence.describe('What to write and what will be observed, in one or two sentences.'),
  minutes: z.int().positive().describe('Reading, writing and two wrong attempts.'),
  tests: z
    .array(z.string().min(1))
    .min(1)
    .describe('The names of the top-level tests in name.test.ts; a pass needs each of them.'),
  hints: z.tuple([sentence, sentence, sentence]).describe('Three rungs of rising strength.'),
  needs: z
    .array(z.string().min(1))
    .default([])
    .describe('Programs that must be on the PATH; without them the verdict is "our fault".'),
  native: z
    .array(z.string().min(1))
    .default([])
    .describe('Files under native/build that must have been built.'),
  seconds: z
    .int()
    .positive()
    .default(10)
    .describe('Wall time after which the verdict is "timed out".'),
  explain: z
    .boolean()
    .default(false)
    .describe('check/explain/LESSON/name.ts explains a failure by syscalls.'),
});
export type ExerciseEntry = z.infer<typeof ExerciseEntry>;

/** One lesson: notebooks/ID.ipynb and exercises/ID/. Minutes: `core` is what a track counts, `more` is deeper. */
export const Lesson = z.strictObject({
  id: z.string().regex(/^\d\d-[a-z0-9-]+$/),
  title: sentence,
  question: sentence.describe('The question the lesson opens with.'),
  misconceptions: z.array(sentence).min(1).describe('What learners believe before it.'),
  minutes: z.strictObject({ core: z.int().positive(), more: z.int().nonnegative() }),
  sandboxed: z
    .boolean()
    .default(false)
    .describe(
      'Whether learner() runs its functions in the sandbox: native code may take the process down.',
    ),
  exercises: z.array(ExerciseEntry),
});
export type Lesson = z.infer<typeof Lesson>;

/** One way through the course: the lessons in order; their core minutes and the breaks make the schedule. */
export const Track = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: sentence,
  budget: z
    .int()
    .positive()
    .nullable()
    .describe('Minutes there are in all, or null at one’s own pace.'),
  lessons: z.union([z.literal('all'), z.array(z.string().regex(/^\d\d$/)).min(1)]),
});
export type Track = z.infer<typeof Track>;

/** One known wrong answer: what its author believes, and what the checker must say to it. */
export const WrongAnswer = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+\.ts$/),
  misconception: sentence.describe('The belief that leads there, stated as a belief.'),
  verdict: VerdictWord.exclude(['pass', 'our fault']),
  message: sentence.describe(
    'Must occur in the verdict’s reason; free of values that vary from run to run.',
  ),
  hint: Rung.describe('The rung to show first to a learner whose answer fails with this message.'),
});
export type WrongAnswer = z.infer<typeof WrongAnswer>;

/** solutions/L/name/wrong.json: every file of wrong/, once. */
export const WrongAnswers = z.array(WrongAnswer).min(3);
