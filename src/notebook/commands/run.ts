import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executed } from '../executed.ts';
import { findNotebook, type NotebookFile, notebooksIn } from '../find.ts';
import { closingLines, lessonLines } from '../report.ts';
import type { LessonResult, RunReport } from '../result.ts';
import { type LessonRun, runLesson } from '../run-lesson.ts';
import { notebookText } from '../write.ts';

export type RunOptions = {
  json: boolean;
  /** A folder for copies of the notebooks with their outputs. */
  executed: string | undefined;
  signal: AbortSignal;
};

function keepCopy(folder: string, { result, notebook, runs }: LessonRun): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${result.name}.ipynb`), notebookText(executed(notebook, runs)));
}

/** A lesson that could not be run, as when its kernel does not start or its file is broken, has failed; the next is run. */
async function attempt(
  notebook: NotebookFile,
  signal: AbortSignal,
): Promise<LessonRun | LessonResult> {
  const start = performance.now();
  try {
    return await runLesson(notebook, { signal });
  } catch (error) {
    signal.throwIfAborted();
    const message = error instanceof Error ? error.message : String(error);
    return {
      name: notebook.name,
      passed: false,
      seconds: (performance.now() - start) / 1000,
      cells: [],
      findings: [{ cell: null, line: '', problem: 'not run', message }],
    };
  }
}

/** Runs lessons (all, or those named) one after the other and reports; returns the exit code. */
export async function run(names: readonly string[], options: RunOptions): Promise<number> {
  const notebooks = names.length > 0 ? names.map((name) => findNotebook(name)) : notebooksIn();
  if (notebooks.length === 0) throw new Error('There are no notebooks to run.');
  const lessons: LessonResult[] = [];
  for (const notebook of notebooks) {
    const run = await attempt(notebook, options.signal);
    const result = 'result' in run ? run.result : run;
    lessons.push(result);
    if (options.executed && 'result' in run) keepCopy(options.executed, run);
    if (!options.json) console.log(lessonLines(result));
  }
  const failed = lessons.filter((lesson) => !lesson.passed).length;
  const report: RunReport = { passed: lessons.length - failed, failed, lessons };
  console.log(options.json ? JSON.stringify(report, null, 2) : closingLines(report));
  return failed > 0 ? 1 : 0;
}
