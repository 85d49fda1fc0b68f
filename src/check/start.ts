import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ExerciseFiles, ROOT } from '../course/paths.ts';
import type { ProgramResult } from '../sandbox/index.ts';
// By itself: the rest of the sandbox shows things in cells, and would have to be loaded before every check.
import { runProgram } from '../sandbox/program.ts';

const CHILD = join(ROOT, 'src/check/child');

/** Which answer a test is run on, and for how long at most. */
export interface StartOptions {
  readonly answer: string;
  readonly seconds: number;
  readonly signal?: AbortSignal;
  /** Called with each result as it arrives. */
  readonly onRecord?: (record: unknown) => void;
}

/**
 * Starts an exercise's test file on an answer: directly, not under `--test`, whose child would outlive it. Results
 * come over the sandbox's private channel, through a reporter that was loaded before the answer.
 */
export function startTest(
  files: ExerciseFiles,
  { answer, seconds, signal, onRecord }: StartOptions,
): Promise<ProgramResult> {
  const wallMs = seconds * 1_000;
  return runProgram({
    nodeArgs: [
      '--disable-warning=ExperimentalWarning',
      ...['--import', join(CHILD, 'preload.ts')],
      ...['--test-reporter', join(CHILD, 'reporter.ts')],
      ...['--test-reporter-destination', 'stdout'],
      // One test that waits for ever is named before the whole run is stopped.
      ...['--test-timeout', String(Math.round(wallMs * 0.8))],
      files.test,
    ],
    cwd: ROOT,
    input: { exercise: urlOf(files.answer), answer: urlOf(answer) },
    limits: { wallMs, cpuMs: wallMs },
    ...(signal === undefined ? {} : { signal }),
    ...(onRecord === undefined ? {} : { onRecord }),
  });
}

/** The address under which Node imports this file: that of the real file, where there is one. */
function urlOf(path: string): string {
  try {
    return pathToFileURL(realpathSync(path)).href;
  } catch {
    return pathToFileURL(path).href;
  }
}
