import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './chromium.ts';
import { type CourseCopy, copyCourse } from './course-copy.ts';
import { type OpenNotebook, openNotebook } from './jupyterlab.ts';
import { type Server, startServer } from './server.ts';

const RUN_MS = 300_000;
const CHECK_MS = 120_000;

let course: CourseCopy;
let server: Server;
let browser: Browser;
before(async () => {
  course = copyCourse();
  server = await startServer(course.root);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  course?.[Symbol.dispose]();
});

type Drawn = { title: string; label: string; marks: number };

/** Waits until at least so many figures are there and every one is drawn; what each shows. */
async function figures(page: Page, atLeast = 1): Promise<Drawn[]> {
  await page.waitForFunction((count) => {
    const plots = [...document.querySelectorAll('.workshop-plot')];
    return plots.length >= count && plots.every((plot) => plot.querySelector('.main-svg'));
  }, atLeast);
  return page.locator('.workshop-figure').evaluateAll((all) =>
    all.map((figure) => ({
      title: figure.querySelector('figcaption')?.textContent ?? '',
      label: figure.querySelector('.workshop-plot')?.getAttribute('aria-label') ?? '',
      marks: figure.querySelectorAll('.barlayer path, .scatterlayer path').length,
    })),
  );
}

async function runs(name: string): Promise<OpenNotebook> {
  const notebook = await openNotebook(browser, server.urlOf(name));
  await notebook.runAll(RUN_MS);
  assert.deepEqual(await notebook.complaints(), []);
  return notebook;
}

test('lesson 00 runs, and its exercise goes from "not yet" to "pass" when the answer is written', async () => {
  await using notebook = await runs('00-welcome');
  const check = notebook.cellWith("check('welcome/who-ran')");
  assert.match((await check.locator('.jp-OutputArea').textContent()) ?? '', /not yet/i);
  const answer = (folder: string) => join(course.root, folder, '00-welcome/who-ran.ts');
  copyFileSync(answer('solutions'), answer('exercises'));
  await notebook.runCell(check, CHECK_MS);
  const verdict = (await check.locator('.jp-OutputArea').textContent()) ?? '';
  assert.match(verdict, /pass/i);
  assert.doesNotMatch(verdict, /not yet/i);
});

/** The colour of the writing in the figures, as the browser paints it. */
function ink(page: Page): Promise<string> {
  return page
    .locator('.workshop-plot .xtick text')
    .first()
    .evaluate((text) => getComputedStyle(text).fill);
}

test('lesson 01 runs, its swim lanes are drawn, and stand there after coming back, light or dark', async () => {
  await using notebook = await runs('01-one-call');
  const drawn = await figures(notebook.page);
  const lanes = drawn.find(({ title }) =>
    /^One spawn of true: \d+ system calls, 2 processes$/.test(title),
  );
  assert.ok(lanes, `no swim lanes among: ${drawn.map(({ title }) => title).join('; ')}`);
  assert.ok(lanes.marks > 10, `only ${lanes.marks} marks`);
  assert.match(lanes.label, /clone/);
  await notebook.save();
  await notebook.reload();
  assert.deepEqual(await figures(notebook.page, drawn.length), drawn);
  const onWhite = await ink(notebook.page);
  await notebook.darken();
  await notebook.page.waitForFunction((before) => {
    const text = document.querySelector('.workshop-plot .xtick text');
    return text !== null && getComputedStyle(text).fill !== before;
  }, onWhite);
  assert.deepEqual(await notebook.complaints(), []);
});

test('lesson 08 runs and its figures are drawn', async () => {
  await using notebook = await runs('08-first-foreign-call');
  for (const { title, label, marks } of await figures(notebook.page)) {
    assert.ok(title !== '' && label !== '' && marks > 0, `${title}: ${marks} marks, "${label}"`);
  }
});
