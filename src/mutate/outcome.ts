import * as z from 'zod';

/** What became of a mutant. `accepted` means that nothing noticed the mistake. */
export const Outcome = z.enum(['refused by the compiler', 'refused by a test', 'accepted']);
export type Outcome = z.infer<typeof Outcome>;
