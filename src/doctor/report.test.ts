import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { examine } from './examine.ts';
import { examinationSchema, limited, missing, type Question, works } from './finding.ts';
import { conclusion, findingText } from './report.ts';

const question = (id: string, ask: Question['ask']): Question => ({
  id,
  title: id,
  neededFor: 'lesson 99',
  ask,
});
const good = question('good', async () => works('it did'));
const weak = question('weak', async () => limited('it did half', 'Do more.'));
const gone = question('gone', async () => missing('it is not there', 'Get it.'));
const broken = question('broken', async () => {
  throw new Error('no answer in time');
});

test('findings keep the order of the questions and fit the published schema', async () => {
  const told: string[] = [];
  const found = await examine(({ id }) => told.push(id), [good, weak, gone, broken]);
  assert.deepEqual(
    found.findings.map(({ id, state }) => [id, state]),
    [
      ['good', 'works'],
      ['weak', 'limited'],
      ['gone', 'missing'],
      ['broken', 'limited'],
    ],
  );
  assert.deepEqual(told.sort(), ['broken', 'gone', 'good', 'weak']);
  assert.equal(examinationSchema.parse(found).verdict, 'missing');
});

test('the conclusion says what to do', async () => {
  const after = async (...questions: Question[]) => conclusion(await examine(undefined, questions));
  assert.equal(await after(good), 'Everything the lessons rely on works here.');
  assert.match(await after(good, weak), /^Every lesson runs here; 1 of 2 things are limited/);
  assert.match(
    await after(gone, good),
    /^1 of 2 things are missing: .* run \.\/workshop doctor again/,
  );
});

test('what is missing names the lessons and the remedy, and fits a narrow terminal', async () => {
  const { findings } = await examine(undefined, [gone]);
  const [finding] = findings;
  assert.ok(finding);
  const text = stripVTControlCharacters(
    findingText({ ...finding, remedy: 'Get it. '.repeat(20) }, 40),
  );
  const lines = text.split('\n');
  assert.match(text, /missing {2}gone +it is not\n +there/);
  assert.match(text, /for lesson 99/);
  for (const line of lines) assert.ok(line.length <= 48, line);
});
