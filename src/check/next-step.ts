import type { Verdict } from './verdict.ts';

/** What to do after a verdict, as one sentence. Moving on is offered, never done. */
export function nextStep(
  { exercise, verdict }: Pick<Verdict, 'exercise' | 'verdict'>,
  ids: readonly string[],
): string {
  switch (verdict) {
    case 'pass': {
      const following = ids[ids.indexOf(exercise) + 1];
      const compare = `\`./workshop solution ${exercise}\` shows other ways to the same end`;
      return following === undefined
        ? `${compare}.`
        : `${compare}; the next exercise is ${following}.`;
    }
    case 'our fault':
      return '`./workshop doctor` says what works on this machine, and what to do about the rest.';
    default:
      return `\`./workshop hint ${exercise}\` gives a hint that fits.`;
  }
}
