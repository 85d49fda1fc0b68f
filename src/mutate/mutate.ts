import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Exercise, ROOT } from '../course/index.ts';
import type { Cache } from './cache.ts';
import { refusedByCompiler } from './compile.ts';
import type { Mutant } from './edits.ts';
import { mutants } from './mutants.ts';
import type { Outcome } from './outcome.ts';
import { runMutant } from './run.ts';

/** A mutant of an exercise's reference answer, and what became of it. */
export interface Judged extends Pick<Mutant, 'before' | 'after' | 'line'> {
  readonly outcome: Outcome;
}

/** What one exercise is mutated with. */
export interface Workshop {
  /** An empty folder of the tree: an answer finds its packages from where it lies. */
  readonly scratch: string;
  readonly cache: Cache;
  readonly signal: AbortSignal;
  /** How many mutants run at the same time. */
  readonly jobs: number;
}

/** Mutates the reference answer of an exercise, and judges each mutant as an answer is judged. */
export async function mutateExercise(exercise: Exercise, workshop: Workshop): Promise<Judged[]> {
  const made = mutants(readFileSync(exercise.files.reference, 'utf8'));
  const outcomes = await outcomesOf(exercise, made, workshop);
  return made.flatMap(({ before, after, line }, at) => {
    const outcome = outcomes[at];
    return outcome === undefined ? [] : [{ before, after, line, outcome }];
  });
}

async function outcomesOf(
  exercise: Exercise,
  made: readonly Mutant[],
  { scratch, cache, signal, jobs }: Workshop,
): Promise<(Outcome | undefined)[]> {
  const test = readFileSync(exercise.files.test, 'utf8');
  const keys = made.map(({ text }) => cache.key(text, test));
  const outcomes = keys.map((key) => cache.get(key));
  const fresh = [...made.keys()].filter((at) => outcomes[at] === undefined);
  if (fresh.length > 0) {
    const folder = join(scratch, exercise.id);
    mkdirSync(folder, { recursive: true });
    const paths = made.map(({ text }, at) => {
      const path = join(folder, `${at}.ts`);
      if (outcomes[at] === undefined) writeFileSync(path, text);
      return path;
    });
    const compiled = fresh.map((at) => paths[at] ?? '');
    const refused = await refusedByCompiler(compiled, exercise.files.stub, folder);
    await inParallel(fresh, jobs, async (at) => {
      const path = paths[at] ?? '';
      const outcome = refused.has(path)
        ? 'refused by the compiler'
        : await runMutant(exercise, path, signal);
      outcomes[at] = outcome;
      cache.set(keys[at] ?? '', outcome);
    });
  }
  return outcomes;
}

async function inParallel<T>(
  items: readonly T[],
  jobs: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const inTurn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: jobs }, inTurn));
}

/** The top-level folder that mutants are written to, named by this process. */
export function scratchFolder(): string {
  return join(ROOT, '.workshop', `mutants-${process.pid}`);
}
