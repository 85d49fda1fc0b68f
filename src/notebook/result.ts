import { z } from 'zod';

/** What can be wrong with a cell or a lesson, in the words of the report. */
export const Problem = z.enum([
  'error',
  'late error',
  'no error',
  'stderr',
  'no stderr',
  'hung',
  'kernel died',
  'not run',
  'left a process',
]);
export type Problem = z.infer<typeof Problem>;

/** `cell` is the number that JupyterLab shows beside the cell; null when it is about the whole lesson. */
export const Finding = z.object({
  cell: z.number().int().positive().nullable(),
  line: z.string(),
  problem: Problem,
  message: z.string(),
});
export type Finding = z.infer<typeof Finding>;

export const CellTime = z.object({
  cell: z.number().int().positive(),
  line: z.string(),
  seconds: z.number().nonnegative(),
});
export type CellTime = z.infer<typeof CellTime>;

/** One lesson on one fresh kernel; `seconds` runs from the kernel's start to its end. */
export const LessonResult = z.object({
  name: z.string(),
  passed: z.boolean(),
  seconds: z.number().nonnegative(),
  cells: z.array(CellTime),
  findings: z.array(Finding),
});
export type LessonResult = z.infer<typeof LessonResult>;

/** What `run --json` prints. */
export const RunReport = z.object({
  passed: z.number().int(),
  failed: z.number().int(),
  lessons: z.array(LessonResult),
});
export type RunReport = z.infer<typeof RunReport>;
