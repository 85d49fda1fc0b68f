import { z } from 'zod';

/** `works`; `limited` when the lessons go on by a shorter road; `missing` when some lesson cannot run. */
export const stateSchema = z.enum(['works', 'limited', 'missing']);
export type State = z.infer<typeof stateSchema>;

/** One answer of the doctor: what was asked, what this machine did, and the remedy when it did not do it. */
export const findingSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  neededFor: z.string(),
  state: stateSchema,
  found: z.string(),
  remedy: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** What `./workshop doctor --json` prints. */
export const examinationSchema = z.strictObject({
  verdict: stateSchema,
  machine: z.string(),
  findings: z.array(findingSchema),
});
export type Examination = z.infer<typeof examinationSchema>;

/** What a question learns; the rest of a finding is known before it is asked. */
export type Answer = Pick<Finding, 'state' | 'found' | 'remedy'>;

/** One thing a lesson relies on, asked by doing it. */
export type Question = Pick<Finding, 'id' | 'title' | 'neededFor'> & {
  readonly ask: (scratch: string) => Promise<Answer>;
};

export const works = (found: string): Answer => ({ state: 'works', found });
export const limited = (found: string, remedy: string): Answer => ({
  state: 'limited',
  found,
  remedy,
});
export const missing = (found: string, remedy: string): Answer => ({
  state: 'missing',
  found,
  remedy,
});
