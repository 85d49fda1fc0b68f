import type { ErrorRecord } from '../records.ts';
import type { Failure } from '../verdict.ts';
import { difference } from './difference.ts';
import { placeInAnswer } from './place-in-answer.ts';

/** The answer under test, and what it is called in a verdict. */
export interface Answer {
  /** Absolute, without symbolic links: as stacks and the compiler name it. */
  readonly path: string;
  readonly shownAs: string;
  /** The exercise's name, without its lesson. */
  readonly name: string;
}

/** What one failed test, or an error outside of any, has to say to the learner. */
export function failureOf(error: ErrorRecord, test: string | null, answer: Answer): Failure {
  const place = placeInAnswer(error.stack, answer.path, answer.shownAs);
  const { assertion } = error;
  if (assertion === undefined) {
    return { test, message: thrownMessage(error, answer), ...NOTHING_COMPARED, place };
  }
  const message = firstParagraph(error.message);
  if (!COMPARES.test(assertion.operator)) return { test, message, ...NOTHING_COMPARED, place };
  const { actual, expected } = assertion;
  return {
    test,
    message,
    got: actual.shown,
    expected: expected.shown,
    diff: difference(actual, expected),
    place,
  };
}

const NOTHING_COMPARED = { got: null, expected: null, diff: [] };

/** The operators whose two values tell the learner something: not those of `ok`, `throws` or `notEqual`. */
const COMPARES = /^(?:strictEqual|deepEqual|deepStrictEqual|partialDeepStrictEqual|match)$/;

function thrownMessage({ name, message, code, stack }: ErrorRecord, answer: Answer): string {
  if (message.startsWith('not written yet')) return `${answer.name} is not written yet.`;
  if (code === 'WORKSHOP_ENVIRONMENT') return message;
  const missing = /does not provide an export named '(\w+)'/.exec(message)?.[1];
  if (missing !== undefined && message.includes(answer.name)) {
    return `${answer.shownAs} does not export ${missing}: the test looks for it under this name.`;
  }
  const what = name === 'thrown value' ? 'A value that is no Error was thrown' : name;
  return stack === '' ? `${what}: ${message}` : `${what}: ${firstParagraph(message)}`;
}

/** node:assert puts its own account of the two values below a message, and of `rejects` before it. */
function firstParagraph(message: string): string {
  const [own = message] = message.trim().split(/\n\s*\n|\n\+ actual - expected/);
  return own.replace(/\s*\n\s*/g, ' ').replace(/^Missing expected (?:rejection|exception): /, '');
}
