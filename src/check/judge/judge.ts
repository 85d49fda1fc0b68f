import type { ExerciseEntry } from '../../course/schema.ts';
import type { Ending, ProgramResult } from '../../sandbox/index.ts';
import type { Compiled } from '../types/check-types.ts';
import { typeProblems } from '../types/type-problems.ts';
import type { Verdict } from '../verdict.ts';
import { crashOf, standingIn } from './crash.ts';
import type { Answer } from './failure.ts';
import { judgeEnding } from './judge-ending.ts';
import { judgeResults, type ResultsJudgement } from './judge-results.ts';
import { readRecord } from './read-record.ts';
import { testResults } from './test-results.ts';

/** Everything a verdict rests on. */
export interface Evidence {
  readonly id: string;
  readonly entry: ExerciseEntry;
  readonly answer: Answer;
  /** The test file, absolute and without symbolic links. */
  readonly test: string;
  readonly run: ProgramResult;
  readonly compiled: Compiled;
}

/** Turns what was seen of a run into one verdict. Pure: the same evidence always gives the same verdict. */
export function judge({ id, entry, answer, test, run, compiled }: Evidence): Verdict {
  const records = run.records.map(readRecord).filter((record) => record !== null);
  const tests = testResults(entry.tests, records, test);
  const types =
    compiled.output === undefined ? [] : typeProblems(compiled.output, answer.path, answer.shownAs);
  const stuck = records.find(
    (record) => record.type === 'test' && record.failureType === 'testTimeoutFailure',
  );
  const ended = judgeEnding(run.ending, {
    allPassed: tests.every(({ result }) => result === 'passed'),
    stuck: stuck?.type === 'test' ? stuck.name : null,
  });
  const { failure, ...judgement }: ResultsJudgement =
    ended !== null
      ? { ...ended, failure: failureAtEnd(run.ending, ended.reason, answer) }
      : judgeResults(records, tests, run.ending.kind === 'exited' ? run.ending.code : 0, answer);
  return {
    exercise: id,
    ...withTypes(judgement, types, compiled),
    next: null,
    tests,
    failure,
    types,
    crash: run.ending.kind === 'signal' ? crashOf(run.ending) : null,
    explanation: null,
    output: lastLines(run.stdout + run.stderr),
    ms: Math.round(run.wallMs),
  };
}

function failureAtEnd(ending: Ending, reason: string, answer: Answer): Verdict['failure'] {
  return 'fault' in ending && ending.fault !== undefined
    ? standingIn(ending.fault, reason, answer)
    : null;
}

/** A file that the compiler refuses is "not yet", whatever its tests say: the next reader relies on its types. */
function withTypes(
  judgement: Pick<Verdict, 'verdict' | 'reason'>,
  types: Verdict['types'],
  compiled: Compiled,
): Pick<Verdict, 'verdict' | 'reason'> {
  const [first] = types;
  if (judgement.verdict !== 'pass') return judgement;
  if (compiled.output === undefined) {
    const reason = `Every test passes, but the types could not be checked: ${compiled.unavailable}.`;
    return { verdict: 'our fault', reason };
  }
  if (first === undefined) return judgement;
  return {
    verdict: 'not yet',
    reason: `Every test passes, but the types do not fit. ${first.plain}`,
  };
}

/** Enough of the output to recognise it by, and no more than a screen. */
function lastLines(output: string): string {
  const lines = output.trimEnd().split('\n').slice(-12);
  return lines.join('\n').slice(-2_000);
}
