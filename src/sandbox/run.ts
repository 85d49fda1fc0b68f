import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { callEnding, withCell } from './call-ending.ts';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import { type Program, runProgram } from './program.ts';

const RUNNER = fileURLToPath(new URL('runner.ts', import.meta.url));

/** What a disposable run of a function needs: either `file` or `fn`. */
export interface RunOptions
  extends Pick<Program, 'cwd' | 'env' | 'limits' | 'asan' | 'signal' | 'onOutput'> {
  /** A TypeScript or JavaScript file whose export is called, by absolute path. */
  readonly file?: string;
  /** The export's name; `default` when left out. */
  readonly name?: string;
  /** A function that stands on its own: it is sent as source text and sees only its arguments. */
  readonly fn?: (...args: never[]) => unknown;
  /** Arguments, by structured clone. */
  readonly args?: readonly unknown[];
  /** Libraries to load: the first argument is then an object of them and of koffi, before `args`. */
  readonly libraries?: Readonly<Record<string, string>>;
}

/**
 * Calls a function in a disposable process and says what became of the call. The value comes back by structured
 * clone. Rejects only when the arguments cannot be cloned.
 */
export async function run<T = unknown>(options: RunOptions): Promise<Outcome<T>> {
  const { file, name = 'default', fn, args = [], libraries, ...program } = options;
  const job: Job = {
    name,
    args: serialize(args).toString('base64'),
    ...(file === undefined ? {} : { file }),
    ...(fn === undefined ? {} : { source: fn.toString() }),
    ...(libraries === undefined ? {} : { libraries }),
  };
  const { ending, records, ...observed } = await runProgram({
    ...program,
    nodeArgs: ['--disable-warning=ExperimentalWarning', RUNNER],
    input: job,
  });
  return { ...observed, ...callEnding<T>(withCell(ending, job.source), records) };
}
