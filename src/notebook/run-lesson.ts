import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type KernelClient, startKernel } from '../jupyter/index.ts';
import type { NotebookFile } from './find.ts';
import { firstLine, judge } from './judge.ts';
import { end, type Leftover, leftovers, MARK } from './leftovers.ts';
import { readNotebook } from './read.ts';
import type { Finding, LessonResult } from './result.ts';
import { type CellRun, runCells } from './run-cells.ts';
import type { Notebook } from './schema.ts';

// Time for a rejection that nobody awaited, and for children on their way out.
const SETTLE_MS = 500;
const LEFTOVER_MS = 2000;

export type LessonOptions = {
  /** The kernel's command, as in a kernelspec; ours when left out. */
  argv?: readonly string[];
  /** Ends the run at once: the promise rejects with its reason, and no process stays. */
  signal?: AbortSignal;
};

/** A lesson's result, and its cells with all they showed. */
export type LessonRun = { result: LessonResult; notebook: Notebook; runs: CellRun[] };

/**
 * Runs a notebook on a fresh kernel with an empty learner's state, and judges it. Nothing is written
 * beside it: neither the notebook nor the learner's own progress changes.
 */
export async function runLesson(
  { name, file }: NotebookFile,
  options: LessonOptions = {},
): Promise<LessonRun> {
  const notebook = readNotebook(file);
  const mark = randomUUID();
  const state = mkdtempSync(join(tmpdir(), 'lesson-'));
  const start = performance.now();
  try {
    const kernelOptions = {
      cwd: dirname(file),
      env: { WORKSHOP_STATE: state, [MARK]: mark },
      ...(options.argv ? { argv: options.argv } : {}),
    };
    const { runs, left } = await onFreshKernel(kernelOptions, async (kernel) => ({
      runs: await runToTheEnd(kernel, notebook, options.signal),
      left: await leftovers(mark, kernel.pid, options.signal?.aborted ? 0 : LEFTOVER_MS),
    }));
    options.signal?.throwIfAborted();
    return { result: summary(name, start, runs, left), notebook, runs };
  } finally {
    end(await leftovers(mark, 0, 0));
    rmSync(state, { recursive: true, force: true });
  }
}

async function onFreshKernel<T>(
  options: Parameters<typeof startKernel>[0],
  use: (kernel: KernelClient) => Promise<T>,
): Promise<T> {
  await using kernel = await startKernel(options);
  return await use(kernel);
}

async function runToTheEnd(
  kernel: KernelClient,
  notebook: Notebook,
  signal: AbortSignal | undefined,
): Promise<CellRun[]> {
  const stop = () => void kernel.kill();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted) await kernel.kill();
    const runs = await runCells(kernel, notebook.cells);
    // A kernel that hangs would not hear a request to end.
    if (runs.at(-1)?.status === 'hung') await kernel.kill();
    else if (!signal?.aborted) await delay(SETTLE_MS);
    return runs;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function summary(
  name: string,
  start: number,
  runs: readonly CellRun[],
  left: readonly Leftover[],
): LessonResult {
  const findings: Finding[] = runs.flatMap(judge);
  for (const { pid, command } of left) {
    findings.push({
      cell: null,
      line: '',
      problem: 'left a process',
      message: `${pid} ${command}`,
    });
  }
  const cells = runs.map(({ cell, source, ms }) => ({
    cell,
    line: firstLine(source.source),
    seconds: ms / 1000,
  }));
  const seconds = (performance.now() - start) / 1000;
  return { name, passed: findings.length === 0, seconds, cells, findings };
}
