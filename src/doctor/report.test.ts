import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { ask } from './ask.ts';
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
  const long = { ...finding, remedy: 'Get it. '.repeat(20).trim() };
  const text = findingText(long, { columns: 40, colour: false });
  assert.match(text, /^missing {2}gone: it is not there\n {9}For lesson 99\. Get it\./);
  for (const line of text.split('\n')) assert.ok(line.length <= 40, line);
  assert.equal(
    stripVTControlCharacters(findingText(long, { columns: 40, colour: true })),
    text,
    'colour adds nothing but colour',
  );
});

test('an abort ends the questions that run and asks no more', async () => {
  const controller = new AbortController();
  const patient = question('patient', async () => {
    controller.abort();
    const { end } = await ask(['sleep', '60'], { limit: 60_000 });
    return limited(end, 'None.');
  });
  const asked: string[] = [];
  const never = question('never', async () => works('it was asked'));
  await examine(({ id }) => asked.push(id), [patient, never, never], controller.signal);
  assert.ok(!asked.includes('patient'));
});
