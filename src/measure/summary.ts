/** Returns the p-th percentile (0 to 100) of the samples, between two of them by linear interpolation. */
export const percentile = (samples: readonly number[], p: number): number => {
  if (samples.length === 0) throw new RangeError('A percentile needs at least one sample.');
  if (!(p >= 0 && p <= 100))
    throw new RangeError(`A percentile lies between 0 and 100, not at ${p}.`);
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (p / 100) * (sorted.length - 1);
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
};

/** What is reported of a measurement, in the unit of its samples: a mean would hide its outliers. */
export type Summary = {
  n: number;
  min: number;
  p10: number;
  median: number;
  p90: number;
  max: number;
};

/** Returns the median of the samples and how far they spread around it. */
export const summary = (samples: readonly number[]): Summary => ({
  n: samples.length,
  min: percentile(samples, 0),
  p10: percentile(samples, 10),
  median: percentile(samples, 50),
  p90: percentile(samples, 90),
  max: percentile(samples, 100),
});
