import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { notebookAt } from './find.ts';
import { runLesson } from './run-lesson.ts';
import { fromText } from './text-form.ts';
import { notebookText } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'lessons-test-'));
after(() => rmSync(folder, { recursive: true }));

async function findings(name: string, text: string, options = {}): Promise<string[]> {
  const file = join(folder, `${name}.ipynb`);
  const before = notebookText(fromText(text));
  writeFileSync(file, before);
  const { result } = await runLesson(notebookAt(file), options);
  assert.equal(readFileSync(file, 'utf8'), before);
  assert.equal(result.passed, result.findings.length === 0);
  return result.findings.map((f) => `${f.cell} ${f.problem}: ${f.message.split('\n')[0]}`);
}

test('a lesson passes when all it shows is what its tags announce', async () => {
  const state = mkdtempSync(join(tmpdir(), 'state-'));
  process.env.WORKSHOP_STATE = state;
  const found = await findings(
    'clean',
    `#%% md
# A lesson
#%% code
import { writeFileSync } from 'node:fs';
writeFileSync(\`\${process.env.WORKSHOP_STATE}/progress.json\`, '{}');
#%% code [raises-exception]
throw new Error('as announced');
#%% code [expect-stderr]
console.error('as announced');
#%% code [raises-exception]
Promise.reject(new Error('nobody waits'));
#%% code
await new Promise((resolve) => setTimeout(resolve, 10));`,
  );
  assert.deepEqual(found, []);
  assert.deepEqual(readdirSync(state), []);
  rmSync(state, { recursive: true });
  delete process.env.WORKSHOP_STATE;
});

test('a lesson that goes on is told all that was wrong, cell by cell', async () => {
  const found = await findings(
    'sloppy',
    `#%% code
console.error('careless');
#%% code [raises-exception]
'no error at all'
#%% code [expect-stderr]
'nothing on stderr'
#%% code
import { spawn } from 'node:child_process';
spawn('sleep', ['600'], { detached: true, stdio: 'ignore' }).unref();
setTimeout(() => { throw new RangeError('too late'); }, 100);`,
  );
  const leftover = found.pop();
  assert.deepEqual(found, [
    '1 stderr: careless',
    '2 no error: it is tagged raises-exception, but no error came',
    '3 no stderr: it is tagged expect-stderr, but wrote none',
    '4 late error: RangeError: too late',
  ]);
  assert.match(leftover ?? '', /^null left a process: \d+ sleep 600$/);
});

test('a type error, a throw and a rejection that nobody handles stop the lesson at their cell', async () => {
  const [typeError, ...more] = await findings(
    'type-error',
    "#%% code\nconst n: number = 'a';\n#%% code\nn",
  );
  assert.match(typeError ?? '', /^1 error: .*Type 'string' is not assignable to type 'number'/);
  assert.deepEqual(more, []);
  const thrown = await findings('throw', "#%% code\n1\n#%% code\nthrow new RangeError('far')");
  assert.deepEqual(thrown, ['2 error: RangeError: far']);
  const rejected = await findings(
    'reject',
    "#%% code\nvoid Promise.reject(new TypeError('nobody waits'));\n#%% code\n1",
  );
  assert.deepEqual(rejected, ['1 error: TypeError: nobody waits']);
});

test('a hang is cut at the limit of its cell, in a loop or in an await', async () => {
  const found = await findings('hang', '#%% code [limit-1]\nfor (;;);\n#%% code\n1');
  assert.deepEqual(found, ['1 hung: it did not finish within 1 s']);
  const awaiting = await findings('wait', '#%% code [limit-1]\nawait new Promise(() => {})');
  assert.deepEqual(awaiting, ['1 hung: it did not finish within 1 s']);
});

test('the death of the kernel is told with its signal', async () => {
  const found = await findings(
    'death',
    "#%% code\nprocess.kill(process.pid, 'SIGSEGV')\n#%% code\n1",
  );
  assert.deepEqual(found, ['1 kernel died: The kernel was killed by SIGSEGV.']);
});

test('a run that is aborted rejects with the reason and leaves nothing', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('enough')), 3000);
  const started = performance.now();
  await assert.rejects(
    findings('abort', '#%% code\nawait new Promise(() => {})', { signal: controller.signal }),
    /enough/,
  );
  assert.ok(performance.now() - started < 60_000);
});
