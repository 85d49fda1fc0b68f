import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Exercise, findExercise } from '../../course/index.ts';
import { describe, type Outcome, run } from '../../sandbox/index.ts';
import { importCurrent } from './import-current.ts';

/** Which of an exercise's files to take. */
export interface LearnerOptions {
  /** The reference answer in place of the learner's. */
  readonly solution?: boolean;
}

/** The functions of an answer as a cell calls them: each gives a promise, wherever it runs. */
export type Answer<M> = {
  readonly [K in keyof M]: M[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

/**
 * The functions of a learner's answer as the file is at this moment. Up to lesson 07 they run here; from lesson 08 on
 * each call runs in the sandbox, with arguments and value by structured clone, and a crash there is an error here.
 * For an answer that returns functions use withLearner.
 */
export async function learner<M extends object>(
  name: string,
  options: LearnerOptions = {},
): Promise<Answer<M>> {
  const exercise = findExercise(name);
  const file = fileOf(exercise, options);
  if (exercise.lesson.sandboxed) {
    return answer(async (name, args) => returned(await run({ file, name, args })));
  }
  const exports = await importCurrent(file);
  return answer(async (name, args) => {
    const fn: unknown = Reflect.get(exports, name);
    if (typeof fn === 'function') return fn(...args);
    throw new TypeError(`${file} exports no function ${name}.`);
  });
}

/**
 * Calls `use` with the exports of a learner's answer, in the sandbox and in any lesson. `use` is sent as text: it sees
 * its arguments and nothing else of the cell. Its value comes back by structured clone.
 */
export async function withLearner<M extends object, A extends readonly unknown[], R>(
  name: string,
  use: (answer: M, ...args: A) => R,
  args: A,
  options: LearnerOptions = {},
): Promise<Awaited<R>> {
  const file = fileOf(findExercise(name), options);
  const outcome = await run<Awaited<R>>({
    file: fileURLToPath(new URL('call-with.ts', import.meta.url)),
    name: 'callWith',
    args: [file, use.toString(), args],
  });
  return returned(outcome);
}

function fileOf({ id, files }: Exercise, { solution = false }: LearnerOptions): string {
  const file = solution ? files.reference : files.answer;
  if (existsSync(file)) return file;
  throw new Error(`${file} is not there. \`./workshop reset ${id}\` puts the stub back.`);
}

function answer<M extends object>(
  call: (name: string, args: unknown[]) => Promise<unknown>,
): Answer<M> {
  return new Proxy({} as Answer<M>, {
    get: (_, name) =>
      // A promise that resolves to this asks it for `then` first.
      typeof name === 'symbol' || name === 'then'
        ? undefined
        : (...args: unknown[]) => call(name, args),
  });
}

/** The value of a call that returned; every other outcome becomes an error that says what happened. */
function returned<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'returned') return outcome.value;
  throw new Error(describe(outcome));
}
