import * as z from 'zod';

const Value = z.strictObject({
  /** As util.inspect shows it. */
  shown: z.string(),
  /** The text itself, when it is a string. */
  text: z.string().optional(),
});

/** An error as the supervised process described it; texts are cut to a stated length. */
export const ErrorRecord = z.strictObject({
  name: z.string(),
  message: z.string(),
  code: z.string().optional(),
  stack: z.string(),
  /** Present for a failed assertion alone. */
  assertion: z
    .strictObject({
      operator: z.string(),
      generated: z.boolean(),
      actual: Value,
      expected: Value,
    })
    .optional(),
});
export type ErrorRecord = z.infer<typeof ErrorRecord>;

/** One message of the supervised process. What does not match was not sent by our reporter, and is not believed. */
export const CheckRecord = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('test'),
    name: z.string(),
    nesting: z.int().nonnegative(),
    file: z.string(),
    ok: z.boolean(),
    skipped: z.boolean(),
    failureType: z.string().optional(),
    error: ErrorRecord.optional(),
  }),
  /** The learner's code, or the test, called process.exit. */
  z.strictObject({ type: z.literal('exit'), code: z.number(), stack: z.string() }),
  /** An error that nobody caught, at the moment it surfaced. */
  z.strictObject({ type: z.literal('uncaught'), error: ErrorRecord }),
  /** node:test has come to its end by itself. */
  z.strictObject({ type: z.literal('end'), success: z.boolean() }),
]);
export type CheckRecord = z.infer<typeof CheckRecord>;
