import type { VerdictWord } from '../course/schema.ts';

/** The exit code of each verdict: 0 for a pass alone. 64 is kept for a wrong command line, as sysexits.h has it. */
export const EXIT_CODES: Readonly<Record<VerdictWord, number>> = {
  pass: 0,
  'not yet': 1,
  crashed: 2,
  'timed out': 3,
  'our fault': 4,
};

/** The exit code of a command line that cannot be understood: an unknown command, option or exercise. */
export const USAGE = 64;

/** One code for several verdicts: that of the gravest, our own fault first. */
export function exitCode(verdicts: readonly VerdictWord[]): number {
  return Math.max(0, ...verdicts.map((verdict) => EXIT_CODES[verdict]));
}
