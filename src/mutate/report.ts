import type { Judged } from './mutate.ts';
import { isAbout, type Review } from './reviews.ts';

/** One exercise's mutants, held against its reviews. */
export interface Account {
  readonly id: string;
  readonly judged: readonly Judged[];
  /** Accepted, and nobody has said why that is right. */
  readonly unreviewed: readonly Judged[];
  /** Reviewed, and no longer accepted or no longer made. */
  readonly needless: readonly Review[];
}

/** Holds the accepted mutants of an exercise against what was reviewed. */
export function account(
  id: string,
  judged: readonly Judged[],
  reviews: readonly Review[],
): Account {
  const accepted = judged.filter(({ outcome }) => outcome === 'accepted');
  return {
    id,
    judged,
    unreviewed: accepted.filter((mutant) => !reviews.some((review) => isAbout(review, mutant))),
    needless: reviews.filter((review) => !accepted.some((mutant) => isAbout(review, mutant))),
  };
}

/** One exercise in one line, and a paragraph for each mutant or review that needs attention. */
export function accountText({ id, judged, unreviewed, needless }: Account): string {
  const count = (outcome: Judged['outcome']) =>
    judged.filter((mutant) => mutant.outcome === outcome).length;
  const line = `${id}: ${judged.length} mutants; the compiler refused ${count('refused by the compiler')}, the tests ${count('refused by a test')}, and ${count('accepted')} were accepted.`;
  const survivors = unreviewed.map(
    ({ line: at, before, after }) =>
      `  Accepted, and not reviewed: line ${at}\n    was  ${before}\n    is   ${after}`,
  );
  const old = needless.map(
    ({ before, after }) =>
      `  Reviewed, and no longer accepted:\n    was  ${before}\n    is   ${after}`,
  );
  return [line, ...survivors, ...old].join('\n');
}

// Measured once: one-token mutants of the solutions of a well-kept public exercise set, run against its tests.
const PUBLIC = { made: 976, accepted: 0.113 };

/** The rate, beside the public one. */
export function rateText(accounts: readonly Account[]): string {
  const judged = accounts.flatMap((each) => each.judged);
  const accepted = judged.filter(({ outcome }) => outcome === 'accepted').length;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const rate = judged.length === 0 ? 0 : accepted / judged.length;
  const unreviewed = accounts.flatMap((each) => each.unreviewed).length;
  const reviewed =
    accepted === 0
      ? ''
      : unreviewed === 0
        ? ', each reviewed as equivalent'
        : `, ${unreviewed} unreviewed`;
  return `${judged.length} mutants, ${accepted} accepted (${percent(rate)})${reviewed}; of ${PUBLIC.made} one-token mutants of a well-kept public set its tests accepted ${percent(PUBLIC.accepted)}.`;
}
