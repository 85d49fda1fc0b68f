/** A file of the learner's that gave way to a new one, and where it is now; both from the top of the course. */
export interface Kept {
  readonly file: string;
  readonly keptAs: string;
}

/** How an update went. `refused` means that nothing was changed; its sentence says what to do first. */
export type UpdateOutcome =
  | { readonly status: 'up to date'; readonly sentence: string }
  | { readonly status: 'refused'; readonly sentence: string }
  | { readonly status: 'updated'; readonly sentence: string; readonly kept: readonly Kept[] };

/** Thrown before anything is changed; the message is the sentence for the learner. */
export class UpdateRefused extends Error {
  override readonly name = 'UpdateRefused';
}
