import type { VerdictWord } from '../../course/schema.ts';
import type { Ending } from '../../sandbox/index.ts';
import { SIGNAL_MEANS } from './crash.ts';

/** The reason of a check that Ctrl-C, or an interrupt of the cell, has ended: it says nothing about the answer. */
export const STOPPED = 'The check was stopped before it had a result.';

/** A verdict in its shortest form. */
export interface Judgement {
  readonly verdict: VerdictWord;
  readonly reason: string;
}

/** What the results say about an end they did not reach. */
export interface Seen {
  readonly allPassed: boolean;
  /** The test that did not come to its end in time. */
  readonly stuck: string | null;
}

/** What an end that is no exit means; null for an exit, which the results must explain. */
export function judgeEnding(ending: Ending, seen: Seen): Judgement | null {
  switch (ending.kind) {
    case 'exited':
      return null;
    case 'signal': {
      const means = SIGNAL_MEANS[ending.signal];
      const because = means === undefined ? '' : `: ${means}`;
      return { verdict: 'crashed', reason: `${ending.signal} ended the process${because}.` };
    }
    case 'timedOut':
      return { verdict: 'timed out', reason: timedOut(ending.limitMs, seen) };
    case 'cpu':
      return {
        verdict: 'timed out',
        reason: `It computed for ${seconds(ending.limitMs)} without an end: a loop whose condition never changes does that.`,
      };
    case 'memory':
      return {
        verdict: 'crashed',
        reason: `It took more than ${mebibytes(ending.limitBytes)} of memory and was killed, as the kernel would have done.`,
      };
    case 'output':
      return {
        verdict: 'not yet',
        reason: `It printed more than ${mebibytes(ending.limitBytes)} and was stopped: something prints in a loop.`,
      };
    case 'processes':
      return {
        verdict: 'not yet',
        reason: `More than ${ending.limit} of its processes ran at the same time, and they were stopped: something starts processes in a loop.`,
      };
    case 'stopped':
      return { verdict: 'our fault', reason: STOPPED };
    case 'lost':
      return { verdict: 'our fault', reason: `The check could not run: ${ending.reason}` };
  }
}

function timedOut(limitMs: number, { allPassed, stuck }: Seen): string {
  if (stuck !== null) return waitsForEver(stuck);
  return allPassed
    ? `Every test passed, but the process had not ended after ${seconds(limitMs)}: something in it is still open, a timer, a child or a pipe.`
    : `It had not ended after ${seconds(limitMs)}: it waits for something that never comes, or loops.`;
}

/** What is said of a test that was still not over when its time was up. */
export function waitsForEver(test: string): string {
  return `"${test}" was not over in its time: it waits for something that never comes.`;
}

function seconds(ms: number): string {
  return ms === 1_000 ? '1 second' : `${ms / 1_000} seconds`;
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
