import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { type Bundle, inCell } from '../display/index.ts';
import { figureProblems } from '../display/validate-figure.ts';
import { clock } from './clock.ts';
import { clockEntries } from './clock-entries.ts';
import { clockBundle } from './clock-figure.ts';

const folder = mkdtempSync(join(tmpdir(), 'workshop-clock-'));
process.env.WORKSHOP_STATE = folder;
const shown: Bundle[] = [];
Reflect.set(globalThis, Symbol.for('workshop.display'), (bundle: Bundle) => shown.push(bundle));
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  shown.length = 0;
});

const slowly = async ({ text }: { text: string }): Promise<string> => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  return text;
};

test('the tests see what a cell would', () => assert.ok(inCell()));

test('a quick route is timed over all thousand letters', async () => {
  await clock('01-one-call', 'as it was', ({ text }) => text);
  assert.deepEqual(
    clockEntries().map(({ route, measured }) => [route, measured]),
    [['as it was', 1000]],
  );
  assert.match(shown.at(-1)?.data['text/plain'] ?? '', /A thousand letters, as it was: /);
});

test('a slow route is timed on whole turns through the charsets, scaled, and says so', async () => {
  await clock('00-slow', 'slowly', slowly, { budgetMs: 30 });
  const [entry] = clockEntries();
  assert.ok(entry && entry.measured < 1000 && entry.measured % 10 === 0);
  assert.ok(entry.ms > 2 * entry.measured);
  assert.match(
    shown.at(-1)?.data['text/plain'] ?? '',
    new RegExp(`scaled from ${entry.measured} letters`),
  );
});

test('a second run replaces the first, in the order of the lessons', async () => {
  await clock('01-one-call', 'as it was', ({ text }) => text);
  assert.deepEqual(
    clockEntries().map(({ lesson }) => lesson),
    ['00-slow', '01-one-call'],
  );
});

test('a route that changes a letter is not timed', async () => {
  const before = clockEntries();
  await assert.rejects(
    clock('01-one-call', 'trimmed', ({ text }) => text.trim()),
    /The letter "umbrella" in ISO-8859-1 came out changed/,
  );
  assert.deepEqual(clockEntries(), before);
});

test('Plotly accepts the chart of the clock', () => {
  assert.deepEqual(figureProblems(clockBundle(clockEntries())), []);
});
