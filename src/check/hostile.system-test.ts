import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before, describe } from 'node:test';
import { exerciseFiles, ROOT } from '../course/paths.ts';
import { HOSTILE } from './hostile-answers.ts';
import { runCheck } from './run-check.ts';

const ID = '01-one-call/decode';
// In the tree, so that an answer finds execa and koffi; the learner's own file is not touched.
mkdirSync(join(ROOT, '.workshop'), { recursive: true });
const folder = mkdtempSync(join(ROOT, '.workshop/hostile-'));
const untouched = exerciseFiles(ID).answer;
const contentBefore = readFileSync(untouched, 'utf8');

before(() => writeFileSync(join(folder, 'package.json'), '{ "type": "module" }'));
after(() => rmSync(folder, { recursive: true }));

// Those that wait for their time to be up wait together.
describe('hostile answers', { concurrency: 3 }, () => {
  for (const { name, source, verdict, reason } of HOSTILE) {
    test(`an answer that ${name} is "${verdict}"`, async () => {
      const answer = join(mkdtempSync(join(folder, 'case-')), 'answer.ts');
      writeFileSync(answer, source);
      const given = await runCheck(ID, { answer });
      assert.equal(given.verdict, verdict, `${given.reason}\n${given.output}`);
      assert.match(given.reason, reason);
    });
  }
});

test('an answer that is not there is "not yet", with what brings it back', async () => {
  const given = await runCheck(ID, { answer: join(folder, 'nowhere.ts') });
  assert.equal(given.verdict, 'not yet');
  assert.match(
    given.reason,
    /is not there\. `\.\/workshop reset 01-one-call\/decode` puts the stub back\.$/,
  );
});

test('no check leaves a process, or a mark on the learner’s file', () => {
  const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  assert.ok(!/^sleep 1234567$/m.test(all), 'a detached child was left behind');
  assert.equal(readFileSync(untouched, 'utf8'), contentBefore);
});
