import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executed } from '../executed.ts';
import { findNotebook, notebooksIn } from '../find.ts';
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

/** Runs lessons (all, or those named) one after the other and reports; returns the exit code. */
export async function run(names: readonly string[], options: RunOptions): Promise<number> {
  const notebooks = names.length > 0 ? names.map((name) => findNotebook(name)) : notebooksIn();
  if (notebooks.length === 0) throw new Error('There are no notebooks to run.');
  const lessons: LessonResult[] = [];
  for (const notebook of notebooks) {
    const lesson = await runLesson(notebook, { signal: options.signal });
    lessons.push(lesson.result);
    if (options.executed) keepCopy(options.executed, lesson);
    if (!options.json) console.log(lessonLines(lesson.result));
  }
  const failed = lessons.filter((lesson) => !lesson.passed).length;
  const report: RunReport = { passed: lessons.length - failed, failed, lessons };
  console.log(options.json ? JSON.stringify(report, null, 2) : closingLines(report));
  return failed > 0 ? 1 : 0;
}
