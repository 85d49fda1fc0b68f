import { PerformanceObserver } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { rounds } from './rounds.ts';
import { type Summary, summary } from './summary.ts';
import { sampleWarnings } from './warnings.ts';

const BATCH_MS = 8;
const LARGEST = 1 << 26;

/** One candidate's nanoseconds a call, a sample for each batch, and what to doubt in them. */
export type CallTiming = {
  name: string;
  samples: number[];
  summary: Summary;
  /** How many calls one sample is the mean of. */
  batch: number;
  warnings: string[];
};

export type CallOptions = { rounds?: number };

type Call = (i: number) => unknown;
type Loop = (call: Call, n: number, token: unknown) => number;

// V8 keeps what it learns about a function by its source text: one shared loop would mix what it
// learnt about every candidate. The name makes each source unique; the count of a value that no call
// returns keeps the calls from being optimised away.
const loopFor = (name: string): Loop => {
  const body = `// ${encodeURIComponent(name)} ${crypto.randomUUID()}
    let hits = 0;
    for (let i = 0; i < n; i++) if (call(i) === token) hits++;
    return hits;`;
  return new Function('call', 'n', 'token', body) as Loop;
};

// The thread's own CPU time: what other programs do meanwhile is not counted.
const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

type Candidate = { name: string; call: Call; loop: Loop; batch: number; samples: number[] };

const run = ({ call, loop }: Candidate, n: number): number => {
  const start = cpuMs();
  loop(call, n, run);
  return cpuMs() - start;
};

const calibrate = (candidate: Candidate): void => {
  let n = 1;
  let ms = run(candidate, n);
  while (ms < BATCH_MS && n < LARGEST) {
    n = Math.min(
      LARGEST,
      Math.ceil(n * Math.min(10, Math.max(1.5, (1.2 * BATCH_MS) / (ms || 0.01)))),
    );
    ms = run(candidate, n);
  }
  candidate.batch = n;
};

/**
 * Times synchronous calls, in nanoseconds of CPU time each, the loop around them included. Batches are
 * sized to about 8 ms, and the candidates take turns in rotated order. A call receives its index.
 */
export const timeCalls = async (
  calls: Readonly<Record<string, Call>>,
  { rounds: count = 15 }: CallOptions = {},
): Promise<CallTiming[]> => {
  const candidates: Candidate[] = Object.entries(calls).map(([name, call]) => ({
    name,
    call,
    loop: loopFor(name),
    batch: 1,
    samples: [],
  }));
  let collections = 0;
  const observer = new PerformanceObserver((list) => {
    collections += list.getEntries().length;
  });
  candidates.forEach(calibrate);
  observer.observe({ entryTypes: ['gc'] });
  for (const round of rounds(candidates, count)) {
    for (const candidate of round) {
      candidate.samples.push((run(candidate, candidate.batch) / candidate.batch) * 1e6);
    }
    await setImmediate(); // collections are reported between turns of the loop
  }
  observer.disconnect();
  return candidates.map(({ name, batch, samples }) => ({
    name,
    batch,
    samples,
    summary: summary(samples),
    warnings: sampleWarnings(samples, collections),
  }));
};
