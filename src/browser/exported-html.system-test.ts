import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { executed, fromText, notebookAt, notebookText, runLesson } from '../notebook/index.ts';
import { launchBrowser } from './chromium.ts';
import { type CourseCopy, copyCourse } from './course-copy.ts';

const NOTEBOOK = `#%% code
import { figure, setUpFigures } from 'workshop/display';
setUpFigures();
#%% code
const values = [3, 1, 2];
figure({
  title: 'The second is the smallest',
  alt: 'Three bars, of 3, 1 and 2 metres.',
  x: { label: 'bar', unit: null },
  y: { label: 'height', unit: 'm' },
  data: [{ type: 'bar', name: 'bars', x: ['a', 'b', 'c'], y: values }],
});
`;

let course: CourseCopy;
let browser: Browser;
let html: string;
before(async () => {
  course = copyCourse();
  browser = await launchBrowser();
  const file = join(course.root, 'notebooks', '99-figure.ipynb');
  writeFileSync(file, notebookText(fromText(NOTEBOOK)));
  const { result, notebook, runs } = await runLesson(notebookAt(file));
  assert.deepEqual(result.findings, []);
  writeFileSync(file, notebookText(executed(notebook, runs)));
  const python = join(course.root, '.venv/bin/python');
  execFileSync(python, ['-m', 'nbconvert', '--to', 'html', file], { stdio: 'pipe' });
  html = pathToFileURL(file.replace(/ipynb$/, 'html')).href;
});
after(async () => {
  await browser?.close();
  course?.[Symbol.dispose]();
});

test('an exported lesson draws its figures with no network at all, and they answer the pointer', async () => {
  const page = await browser.newPage();
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(html);
  const plot = page.locator('.workshop-plot');
  await plot.locator('.bars path').nth(2).waitFor();
  assert.equal(await plot.locator('.bars path').count(), 3);
  await plot.locator('.bars path').first().hover({ force: true });
  await plot.locator('.hoverlayer text', { hasText: '3' }).first().waitFor();
  await page.close();
});

test('where scripts do not run, the finding, the description and the values can be read', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.route(/^https?:/, (route) => route.abort());
  await page.goto(html);
  const figure = page.locator('.workshop-figure');
  assert.equal(await figure.getByText('The second is the smallest').isVisible(), true);
  assert.equal(
    await figure.getByText('Three bars, of 3, 1 and 2 metres.').first().isVisible(),
    true,
  );
  await figure.locator('summary').click();
  assert.deepEqual(await figure.locator('td').allTextContents(), [
    ...['bars', 'a', '3'],
    ...['bars', 'b', '1'],
    ...['bars', 'c', '2'],
  ]);
  await context.close();
});
