import { percentile, summary } from './summary.ts';

// A modified z-score above 14.8 is ten standard deviations of a normal distribution away: such a
// sample was something else's doing. 0.6745 makes the median deviation comparable to a standard one.
const FAR = 14.8;
const SPREAD = 2;

const outliers = (samples: readonly number[]): number => {
  const middle = percentile(samples, 50);
  const deviations = samples.map((sample) => Math.abs(sample - middle));
  const typical = percentile(deviations, 50);
  if (typical === 0) return 0;
  return deviations.filter((deviation) => (0.6745 * deviation) / typical > FAR).length;
};

/** Returns what the reader of these samples should doubt, one sentence each; none when they are sound. */
export const sampleWarnings = (samples: readonly number[], collections = 0): string[] => {
  const { n, p10, p90 } = summary(samples);
  const far = outliers(samples);
  const found: string[] = [];
  if (far > 0) {
    found.push(
      `${far} of ${n} samples lie far outside: something else used the machine meanwhile.`,
    );
  }
  if (p90 > SPREAD * p10) {
    found.push(
      'The slow tenth took more than twice as long as the quick tenth: compare medians only.',
    );
  }
  if (collections > 0) {
    const runs = collections === 1 ? 'once' : `${collections} times`;
    found.push(`The garbage collector ran ${runs} during the samples and is part of them.`);
  }
  return found;
};
