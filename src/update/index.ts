export type { Kept, UpdateOutcome } from './outcome.ts';
export { type UpdateOptions, update } from './update.ts';
