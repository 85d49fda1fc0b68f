import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Exercise } from '../course/index.ts';

/** One mutant that passes and may: why it is as right as the answer it was made from. */
export const Review = z.strictObject({
  /** The lines that the change touches, as the answer has them. */
  before: z.string(),
  after: z.string(),
  reason: z.string().min(10).max(300),
});
export type Review = z.infer<typeof Review>;

/** What has been reviewed for an exercise: survivors.json beside its wrong.json. */
export function reviewsOf({ files }: Exercise): Review[] {
  const path = join(files.right, '../survivors.json');
  return existsSync(path) ? z.array(Review).parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

/** Whether a review speaks of this mutant. */
export function isAbout(review: Review, mutant: Pick<Review, 'before' | 'after'>): boolean {
  return review.before === mutant.before && review.after === mutant.after;
}
