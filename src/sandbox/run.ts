import type { Outcome } from './outcome.ts';
import type { Program } from './program.ts';

/** What a disposable run of a function needs. */
export interface RunOptions
  extends Pick<Program, 'cwd' | 'env' | 'limits' | 'asan' | 'signal' | 'onOutput'> {
  /** A TypeScript or JavaScript file whose export is called. Either this or `fn`. */
  readonly file?: string;
  /** The export's name; `default` when left out. */
  readonly name?: string;
  /** A function that stands on its own: it is sent as source text and sees only its arguments. */
  readonly fn?: (...args: never[]) => unknown;
  /** Arguments, by structured clone. */
  readonly args?: readonly unknown[];
}

/** Calls a function in a disposable process. The value comes back by structured clone. */
export function run<T = unknown>(options: RunOptions): Promise<Outcome<T>> {
  return Promise.reject(new Error(`not yet: ${options.file}`));
}
