import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { figureBundle } from './figure.ts';
import { BACKGROUND, palette } from './palette.ts';
import { setUpBundle } from './set-up-figures.ts';

const html = (bundle: { data: { 'text/html'?: string } }): string => bundle.data['text/html'] ?? '';

const drawing = html(
  figureBundle({
    title: 'The second bar is twice the first',
    alt: 'Two bars, 1 and 2 milliseconds.',
    x: { label: 'program', unit: null },
    y: { label: 'time', unit: 'ms' },
    data: [{ type: 'bar', x: ['a', 'b'], y: [1, 2], marker: { color: palette.blue } }],
  }),
);

let browser: Browser;
let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workshop-figure-'));
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});

after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

// The figure stands before its set-up cell too: the order in which cells are drawn is the page's.
const open = async (options: BrowserContextOptions, body = '<body>'): Promise<Page> => {
  const file = join(folder, 'export.html');
  const page = `<!doctype html><meta charset="utf-8">${body}${drawing}${html(setUpBundle())}${drawing}`;
  await writeFile(file, page);
  const context = await browser.newContext({ offline: true, ...options });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(file).href);
  return tab;
};

const background = (page: Page): Promise<string | null> =>
  page
    .locator('.workshop-plot svg.main-svg')
    .first()
    .evaluate((svg) => svg.style.background);

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

test('an exported page draws its figures without a network, before and after the set-up cell', async () => {
  const page = await open({});
  await page.locator('.workshop-plot .bars path').nth(3).waitFor();
  assert.equal(await page.locator('.workshop-plot[role=img]').count(), 2);
  assert.equal(await background(page), rgb(BACKGROUND.light));
  await page.context().close();
});

test('a dark preference draws a dark figure', async () => {
  const page = await open({ colorScheme: 'dark' });
  await page.locator('.workshop-plot .bars path').first().waitFor();
  assert.equal(await background(page), rgb(BACKGROUND.dark));
  await page.context().close();
});

test("a change of JupyterLab's theme redraws, and the theme wins over the preference", async () => {
  const page = await open({ colorScheme: 'dark' }, '<body data-jp-theme-light="true">');
  await page.locator('.workshop-plot .bars path').nth(3).waitFor();
  assert.equal(await background(page), rgb(BACKGROUND.light));
  await page.locator('body').evaluate((body) => body.setAttribute('data-jp-theme-light', 'false'));
  await page
    .locator(`.main-svg[style*="${rgb(BACKGROUND.dark)}"]`)
    .first()
    .waitFor();
  await page.context().close();
});

test('where scripts do not run, the finding, its description and its values are read', async () => {
  const page = await open({ javaScriptEnabled: false });
  assert.ok(await page.getByText('The second bar is twice the first').first().isVisible());
  assert.ok(await page.getByText('Two bars, 1 and 2 milliseconds').first().isVisible());
  await page.locator('summary').first().click();
  assert.equal(await page.locator('figure').first().locator('td').count(), 4);
  await page.context().close();
});
