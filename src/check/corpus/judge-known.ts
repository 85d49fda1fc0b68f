import { runCheck } from '../run-check.ts';
import type { KnownAnswer } from './answers.ts';

/** A known answer that did not get its verdict: what it got instead. */
export interface Misjudged {
  readonly file: string;
  readonly expected: string;
  readonly got: string;
}

/** Checks every answer, two at a time, and reports those that got another verdict or other words than they must. */
export async function misjudged(answers: readonly KnownAnswer[]): Promise<Misjudged[]> {
  const waiting = [...answers];
  const found: Misjudged[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { id, path, file, verdict, message } = next;
      const got = await runCheck(id, { answer: path });
      if (got.verdict === verdict && got.reason.includes(message)) continue;
      found.push({
        file,
        expected: `${verdict}: ${message}`,
        got: `${got.verdict}: ${got.reason}`,
      });
    }
  };
  await Promise.all([work(), work()]);
  return found;
}
