import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findNotebook } from '../notebook/index.ts';
import { launchBrowser } from './chromium.ts';
import { copyCourse } from './course-copy.ts';
import { type OpenNotebook, openNotebook } from './jupyterlab.ts';
import { startServer } from './server.ts';

const RUN_MS = 600_000;
const VIEWPORT = { width: 1400, height: 1400 };

/** Photographs a notebook from top to bottom, one picture a screen; returns how many. */
async function photograph(notebook: OpenNotebook, base: string): Promise<number> {
  const scroller = notebook.page.locator('.jp-WindowedPanel-outer');
  for (let screen = 0; ; screen++) {
    await scroller.evaluate((element, n) => {
      element.scrollTop = n * element.clientHeight;
    }, screen);
    // A figure that comes into view draws itself first.
    await notebook.page.waitForTimeout(500);
    const number = String(screen + 1).padStart(2, '0');
    await notebook.page.screenshot({ path: `${base}-${number}.png` });
    if (await scroller.evaluate(showsTheEnd)) return screen + 1;
  }
}

/** JupyterLab can scroll past the last cell, where there is nothing to see. Runs in the page. */
function showsTheEnd(scroller: Element): boolean {
  const bottom = scroller.getBoundingClientRect().bottom;
  const last = [...scroller.querySelectorAll('.jp-Cell')].at(-1);
  const atTheEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
  return atTheEnd || (last !== undefined && last.getBoundingClientRect().bottom <= bottom);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string', default: 'screenshots' }, dark: { type: 'boolean' } },
  });
  const names = positionals.map((name) => findNotebook(name).name);
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  using course = copyCourse();
  await using server = await startServer(course.root);
  await using browser = await launchBrowser();
  // Whatever waits for the browser then fails, and everything opened here is closed in its turn.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => browser.close());
  for (const name of names) {
    await using notebook = await openNotebook(browser, server.urlOf(name), { viewport: VIEWPORT });
    if (values.dark) await notebook.darken();
    await notebook.runAll(RUN_MS);
    const count = await photograph(notebook, join(out, name));
    console.log(`${name}: ${count} pictures in ${out}`);
    for (const complaint of await notebook.complaints()) console.log(`  ${complaint}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
