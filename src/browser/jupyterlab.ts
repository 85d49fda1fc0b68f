import type { Browser, Locator, Page } from 'playwright-core';

/** A notebook open in JupyterLab, driven through what a learner sees: its menus, cells and outputs. */
export type OpenNotebook = AsyncDisposable & {
  page: Page;
  /** Chooses Run All Cells and returns when no cell runs or waits any more. */
  runAll(timeoutMs: number): Promise<void>;
  /** Runs one cell and returns when it is done. */
  runCell(cell: Locator, timeoutMs: number): Promise<void>;
  /** The code cell whose text contains this. */
  cellWith(text: string): Locator;
  /** Saves as Ctrl-S does, and returns once the file is written. */
  save(): Promise<void>;
  /** Loads the page anew, as after closing and opening the browser. */
  reload(): Promise<void>;
  /** Chooses JupyterLab's dark theme in its menu. */
  darken(): Promise<void>;
  /** What stands in error outputs and on stderr, a text each; empty when all went well. */
  complaints(): Promise<string[]>;
};

export type OpenOptions = {
  viewport?: { width: number; height: number };
};

const START_MS = 120_000;
const POLL_MS = 200;
const VIEWPORT = { width: 1400, height: 1000 };

/** Opens a notebook by its address, with the token in it, and waits for its kernel. */
export async function openNotebook(
  browser: Browser,
  url: string,
  options: OpenOptions = {},
): Promise<OpenNotebook> {
  const context = await browser.newContext({ viewport: options.viewport ?? VIEWPORT });
  const page = await context.newPage();
  // JupyterLab brings back the notebooks of an earlier visit, too; here one is open at a time.
  await page.goto(`${url}&reset`);
  await ready(page);
  const panel = page.locator('.jp-NotebookPanel:not(.lm-mod-hidden)');

  return {
    page,
    runAll: (timeoutMs) =>
      untilRun(page, panel.locator('.jp-CodeCell'), timeoutMs, async () => {
        await page.getByRole('menuitem', { name: 'Run', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Run All Cells', exact: true }).click();
      }),
    runCell: (cell, timeoutMs) =>
      untilRun(page, cell, timeoutMs, async () => {
        await cell.locator('.cm-content').click();
        await page.keyboard.press('Control+Enter');
      }),
    cellWith: (text) =>
      panel.locator('.jp-CodeCell').filter({
        has: page.locator('.jp-InputArea', { hasText: text }),
      }),
    async save() {
      const saved = page.waitForResponse(
        (response) =>
          response.request().method() === 'PUT' && response.url().includes('/api/contents/'),
      );
      await page.keyboard.press('Control+s');
      const response = await saved;
      if (!response.ok()) throw new Error(`The notebook was not saved: HTTP ${response.status()}.`);
    },
    async reload() {
      await page.reload();
      await ready(page);
    },
    async darken() {
      // The theme is the server's to keep: a notebook opened later has it already.
      if ((await page.locator('body[data-jp-theme-light="false"]').count()) > 0) return;
      await page.getByRole('menuitem', { name: 'Settings', exact: true }).click();
      // An entry that opens a further menu has no role.
      await page.locator('.lm-Menu-itemLabel', { hasText: /^Theme$/ }).hover();
      await page.getByRole('menuitem', { name: 'JupyterLab Dark', exact: true }).click();
      await page.locator('body[data-jp-theme-light="false"]').waitFor({ state: 'attached' });
    },
    complaints: () =>
      panel
        .locator('[data-mime-type$="jupyter.error"], [data-mime-type$="jupyter.stderr"]')
        .allTextContents(),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Waits for the notebook's cells and for a kernel that has nothing to do. */
async function ready(page: Page): Promise<void> {
  await page.locator('.jp-Notebook .jp-Cell').first().waitFor({ timeout: START_MS });
  await kernelIdle(page);
}

/** The status bar names the kernel only once there is one: before, a click on Run asks which to use. */
async function kernelIdle(page: Page): Promise<void> {
  await page
    .locator('#jp-main-statusbar')
    .getByText('TypeScript | Idle')
    .waitFor({ timeout: START_MS });
}

type CellState = { empty: boolean; prompt: string; failed: boolean };

/** What each code cell shows beside it, read in the page. */
function states(cells: Locator): Promise<CellState[]> {
  return cells.evaluateAll((elements) =>
    elements.map((cell) => ({
      empty: cell.querySelector('.cm-content')?.textContent?.trim() === '',
      prompt: cell.querySelector('.jp-InputPrompt')?.textContent ?? '',
      failed: cell.querySelector('[data-mime-type$="jupyter.error"]') !== null,
    })),
  );
}

/**
 * Does what starts the cells and waits until each has a new number beside it, or one has failed and
 * none runs or waits any more; then until the kernel is idle.
 */
async function untilRun(
  page: Page,
  cells: Locator,
  timeoutMs: number,
  begin: () => Promise<void>,
): Promise<void> {
  const before = await states(cells);
  await begin();
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const now = await states(cells);
    const running = now.filter(({ prompt }) => prompt.includes('*')).length;
    const waiting = now.filter(
      ({ empty, prompt }, i) => !empty && (!/\d/.test(prompt) || prompt === before[i]?.prompt),
    ).length;
    if (running === 0 && (waiting === 0 || now.some(({ failed }) => failed))) break;
    if (performance.now() > deadline) {
      throw new Error(
        `After ${timeoutMs / 1000} s ${waiting} of ${now.length} cells have not run; ${running} are marked as running or queued.`,
      );
    }
    await page.waitForTimeout(POLL_MS);
  }
  await kernelIdle(page);
}
