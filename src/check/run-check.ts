import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, relative } from 'node:path';
import { exerciseIds } from '../course/find.ts';
import { exerciseFiles, ROOT } from '../course/paths.ts';
import { readEntry } from '../course/read-entry.ts';
import type { ExerciseEntry, VerdictWord } from '../course/schema.ts';
import { temporaryFolderTrouble } from '../course/temporary-folder.ts';
import { answerTrouble } from './learning/answer-file.ts';
import { missingNeeds } from './missing-needs.ts';
import { nextStep } from './next-step.ts';
import { compileAnswer } from './types/check-types.ts';
import type { Verdict } from './verdict.ts';

/** What a check may be told. */
export interface CheckOptions {
  /** Checks this file in place of the learner's own, which is not touched or read. */
  readonly answer?: string;
  readonly signal?: AbortSignal;
  /** On "not yet" runs the answer once more under strace, where the exercise can explain a failure by its syscalls. */
  readonly explain?: boolean;
}

/**
 * Checks one answer to the exercise with this id. Everything that can go wrong with an answer, or with the checker,
 * is a verdict; the promise rejects only for an id that does not exist.
 */
export async function runCheck(id: string, options: CheckOptions = {}): Promise<Verdict> {
  const entry = readEntry(id);
  try {
    return await checkAnswer(id, entry, options);
  } catch (error) {
    return verdictWithoutRun(id, 'our fault', `The check could not run: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const full = 'code' in error && error.code === 'ENOSPC';
  return full
    ? `the disk of ${tmpdir()} is full. Free some space there and check again.`
    : error.message;
}

async function checkAnswer(
  id: string,
  entry: ExerciseEntry,
  options: CheckOptions,
): Promise<Verdict> {
  const files = exerciseFiles(id);
  const given = options.answer ?? files.answer;
  const shownAs = given.startsWith(ROOT) ? relative(ROOT, given) : given;
  const trouble = answerTrouble(given);
  if (trouble !== null) {
    const reason = `${shownAs} ${trouble}. \`./workshop reset ${id}\` puts the stub back.`;
    return verdictWithoutRun(id, 'not yet', reason);
  }
  const missing = temporaryFolderTrouble() ?? missingNeeds(entry);
  if (missing !== null) return verdictWithoutRun(id, 'our fault', missing);

  const answer = realpathSync(given);
  // What takes long is started first, and what it does not need is loaded while it runs.
  const compiling = compileAnswer(answer, files.stub, options.signal);
  const { startTest } = await import('./start.ts');
  const running = startTest(files, {
    answer,
    seconds: entry.seconds,
    ...(options.signal && { signal: options.signal }),
  });

  const { judge } = await import('./judge/judge.ts');
  const [run, compiled] = await Promise.all([running, compiling]);
  const verdict = judge({
    id,
    entry,
    answer: { path: answer, shownAs, name: basename(id) },
    test: realpathSync(files.test),
    run,
    compiled,
  });
  const next = nextStep(verdict, exerciseIds());
  const worthIt = options.explain === true && entry.explain && explicable(verdict);
  if (!worthIt) return { ...verdict, next };
  const { explainFailure } = await import('./explain/explain-failure.ts');
  return { ...verdict, next, explanation: await explainFailure(id, answer, options.signal) };
}

/** A test has failed on code that was written: only then have syscalls something to say. */
function explicable({ verdict, failure, reason }: Verdict): boolean {
  return verdict === 'not yet' && failure?.test != null && !reason.endsWith('is not written yet.');
}

/** A verdict that could be given without running anything. */
function verdictWithoutRun(exercise: string, verdict: VerdictWord, reason: string): Verdict {
  return {
    exercise,
    verdict,
    reason,
    next: verdict === 'our fault' ? nextStep({ exercise, verdict }, []) : null,
    tests: [],
    failure: null,
    types: [],
    crash: null,
    explanation: null,
    output: '',
    ms: 0,
  };
}
