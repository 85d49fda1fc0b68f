import type { CommandTrace } from '../../trace/index.ts';
import type { Explanation } from '../verdict.ts';

/** What an exercise may supply to explain a failure by the learner's own syscalls. */
export interface Explainer {
  /** The text of a small program that imports the answer from this address and calls it once, in this empty folder. */
  program(answerUrl: string, folder: string): string;
  /** What the trace of that program shows, or null when it shows nothing that explains the failure. */
  explain(trace: CommandTrace, folder: string): Explanation | null;
}
