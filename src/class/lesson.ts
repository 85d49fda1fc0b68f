import { z } from 'zod';
import { BrowserSession } from './browser-session.ts';
import { KernelSession } from './kernel-session.ts';
import type { Learner } from './learners.ts';

const Notebook = z.object({
  content: z.object({
    cells: z.array(
      z.object({
        cell_type: z.string(),
        source: z.string(),
        metadata: z.object({ tags: z.array(z.string()).default([]) }),
      }),
    ),
  }),
});

/** What one learner met: how long each thing took, and what went wrong. */
export interface Visit {
  readonly learner: string;
  readonly loginToFirstCellMs: number;
  readonly verdictMs: readonly number[];
  readonly cells: number;
  readonly errors: readonly string[];
}

/** Logs a learner in, opens the lesson, and runs every cell of it as "Run All Cells" does, exercises included. */
export async function visit(origin: string, learner: Learner, lesson: string): Promise<Visit> {
  const start = performance.now();
  const browser = new BrowserSession(origin, learner);
  await browser.logIn();
  await browser.startServer();
  const path = `notebooks/${lesson}.ipynb`;
  const opened = await browser.get(`${browser.home}api/contents/${path}`);
  const { cells } = Notebook.parse(JSON.parse(opened.text)).content;
  using kernel = await KernelSession.open(browser, path);
  const verdictMs: number[] = [];
  const errors: string[] = [];
  let firstCell = 0;
  const code = cells.filter((cell) => cell.cell_type === 'code');
  for (const [index, { source, metadata }] of code.entries()) {
    const result = await kernel.run(source);
    if (index === 0) firstCell = performance.now() - start;
    const expected = metadata.tags.includes('raises-exception');
    if (result.error !== undefined && !expected) errors.push(`${source}\n${result.error}`);
    if (!/^await check\(/m.test(source)) continue;
    verdictMs.push(result.ms);
    if (!/not yet|pass/i.test(result.text)) errors.push(`${source}\n${result.text}`);
  }
  const name = learner.name;
  return { learner: name, loginToFirstCellMs: firstCell, verdictMs, cells: code.length, errors };
}
