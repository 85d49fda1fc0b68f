import type { CheckRecord, ErrorRecord, TestRecord } from '../records.ts';
import type { Failure, TestResult } from '../verdict.ts';
import { type Answer, failureOf } from './failure.ts';
import { type Judgement, waitsForEver } from './judge-ending.ts';
import { placeInAnswer } from './place-in-answer.ts';

/** What is said about a run that ended by an exit, and the failure it rests on. */
export type ResultsJudgement = Judgement & { readonly failure: Failure | null };

/** By this code a test says that this machine is at fault, and not the answer; a refused trace says it by its name. */
function blamesMachine({ code, name }: ErrorRecord): boolean {
  return code === 'WORKSHOP_ENVIRONMENT' || name === 'TraceRefused';
}

/** Judges a run that exited by itself: by its results, and by what is missing of them. */
export function judgeResults(
  records: readonly CheckRecord[],
  tests: readonly TestResult[],
  exitCode: number,
  answer: Answer,
): ResultsJudgement {
  const failed = deepest(records);
  if (failed !== undefined) return judgeFailure(failed, answer);

  const uncaught = records.find((record) => record.type === 'uncaught');
  if (uncaught !== undefined) return judgeUncaught(uncaught.error, tests, answer);

  const exit = records.find((record) => record.type === 'exit');
  if (exit !== undefined) return notYet(exitReason(exit, answer));

  if (!records.some((record) => record.type === 'end')) {
    return notYet(
      exitCode === 13
        ? 'A promise that nothing ever settles is awaited while the file is loaded, so no test ran to its end.'
        : `The process exited with code ${exitCode} before the tests had ended.`,
    );
  }
  const missing = tests.find(({ result }) => result !== 'passed');
  if (missing !== undefined) {
    return {
      verdict: 'our fault',
      reason: `The test "${missing.name}" did not run: ${answer.name}.test.ts is not the one this course came with.`,
      failure: null,
    };
  }
  if (exitCode !== 0) {
    return notYet(`Every test passed, and then the process exited with code ${exitCode}.`);
  }
  return { verdict: 'pass', reason: 'Every test passed.', failure: null };
}

/** The first failure of a test that has none below it. */
function deepest(records: readonly CheckRecord[]): TestRecord | undefined {
  return records
    .filter((record) => record.type === 'test')
    .find(({ ok, failureType }) => !ok && failureType !== 'subtestsFailed');
}

function judgeFailure({ name, error, failureType }: TestRecord, answer: Answer): ResultsJudgement {
  if (error === undefined) return notYet(`The test "${name}" failed.`);
  const failure = failureOf(error, name, answer);
  if (blamesMachine(error)) {
    return { verdict: 'our fault', reason: failure.message, failure };
  }
  if (failureType === 'testTimeoutFailure') {
    return { verdict: 'timed out', reason: waitsForEver(name), failure: null };
  }
  if (/Promise resolution is still pending/.test(error.message)) {
    const reason = `"${name}" waits for a promise that nothing will ever settle: nothing is left that could.`;
    return { verdict: 'not yet', reason, failure: { ...failure, message: reason } };
  }
  return { verdict: 'not yet', reason: failure.message, failure };
}

/** An error that surfaced outside of every test is ours only when nothing points at the answer. */
function judgeUncaught(
  error: ErrorRecord,
  tests: readonly TestResult[],
  answer: Answer,
): ResultsJudgement {
  const failure = failureOf(error, null, answer);
  if (blamesMachine(error)) return { verdict: 'our fault', reason: failure.message, failure };
  const whileLoading = tests.every(({ result }) => result === 'not run');
  const named = error.stack.includes(answer.path) || error.message.includes(answer.path);
  const aboutAnswer = failure.place !== null || named || /export named/.test(error.message);
  if (whileLoading && !aboutAnswer) {
    return {
      verdict: 'our fault',
      reason: `The test could not be loaded. ${failure.message}`,
      failure,
    };
  }
  const when = whileLoading ? 'The file could not be loaded' : 'An error that nobody caught';
  return { verdict: 'not yet', reason: `${when}: ${failure.message}`, failure };
}

function exitReason({ code, stack }: { code: number; stack: string }, answer: Answer): string {
  const place = placeInAnswer(stack, answer.path, answer.shownAs);
  const where = place === null ? '' : ` at ${place.file}:${place.line}`;
  return `process.exit(${code})${where} ended the process before the tests had ended, and the tests with it.`;
}

function notYet(reason: string): ResultsJudgement {
  return { verdict: 'not yet', reason, failure: null };
}
