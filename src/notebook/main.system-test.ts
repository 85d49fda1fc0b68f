import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readNotebook } from './read.ts';
import { RunReport } from './result.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'notebook-test-'));
after(() => rmSync(folder, { recursive: true }));
const lesson = join(folder, '01-a.ipynb');

function notebook(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

/** Processes whose environment names this test's temporary folder, zombies apart. */
function processesHere(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`MARK=${folder}`)
      );
    } catch {
      return false;
    }
  });
}

test('a lesson that cannot be run has failed, and the next is run all the same', () => {
  const good = join(folder, '03-good.ipynb');
  const broken = join(folder, '02-broken.ipynb');
  assert.equal(notebook(['text', '--write', good], '#%% code\n1 + 1\n').status, 0);
  writeFileSync(broken, '{');
  const { status, stdout } = notebook(['run', broken, good]);
  assert.equal(status, 1);
  assert.match(
    stdout,
    /^FAIL {2}02-broken .*\n +not run\n +.*\nok {4}03-good .*\n1 passed, 1 failed\n$/s,
  );
});

test('text written, printed, checked, run and kept: the way of a lesson through the command', () => {
  const text = '#%% md\n# A\n\n#%% code\n1 + 1\n';
  assert.equal(notebook(['text', '--write', lesson], text).status, 0);
  assert.equal(notebook(['text', lesson]).stdout, text);
  assert.equal(notebook(['normalise', '--check', lesson]).status, 0);
  const bytes = readFileSync(lesson, 'utf8');

  const { status, stdout } = notebook(['run', lesson, '--executed', join(folder, 'out')]);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^ok {4}01-a {3}1 cells, \d+\.\d\d s\n\nSlowest cells\n.*1 \+ 1\n\n1 passed, 0 failed\n$/s,
  );
  assert.equal(readFileSync(lesson, 'utf8'), bytes);
  const [, cell] = readNotebook(join(folder, 'out/01-a.ipynb')).cells;
  assert.ok(cell?.cell_type === 'code' && cell.execution_count === 1);
  assert.match(JSON.stringify(cell.outputs), /2/);

  writeFileSync(lesson, readFileSync(join(folder, 'out/01-a.ipynb')));
  const check = notebook(['normalise', '--check', lesson]);
  assert.equal(check.status, 1);
  assert.match(
    check.stderr,
    /^01-a\.ipynb holds outputs or execution counts; run: npm run notebook normalise/,
  );
  notebook(['normalise', lesson]);
  assert.equal(readFileSync(lesson, 'utf8'), bytes);
});

test('a failure is in the JSON too, and in the exit code', () => {
  notebook(['text', '--write', lesson], "#%% code\nthrow new Error('x')");
  const { status, stdout } = notebook(['run', '--json', lesson]);
  assert.equal(status, 1);
  const report = RunReport.parse(JSON.parse(stdout));
  assert.equal(report.failed, 1);
  assert.equal(report.lessons[0]?.findings[0]?.problem, 'error');
});

test('a wrong command line is one sentence or the usage, and exit code 2', () => {
  for (const [args, message] of [
    [['run', 'no-such-lesson'], /^There is no lesson "no-such-lesson"\./],
    [['frob'], /^npm run notebook COMMAND/],
    [['run', '--frob'], /^Unknown option '--frob'/],
    [['text', '--write', lesson], /^The text has no cell/],
  ] as const) {
    const { status, stderr } = notebook([...args]);
    assert.equal(status, 2);
    assert.match(stderr, message);
  }
});

test('Ctrl-C ends the run with 130 and leaves no kernel, no child and no temporary file', async () => {
  const started = join(folder, 'started');
  notebook(
    ['text', '--write', lesson],
    `#%% code
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
writeFileSync('${started}', '');
await new Promise(() => {});`,
  );
  const temporary = mkdtempSync(join(folder, 'tmp-'));
  const run: ChildProcess = spawn(process.execPath, [main, 'run', lesson], {
    env: { ...process.env, TMPDIR: temporary, MARK: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  run.stderr?.on('data', (text) => {
    stderr += text;
  });
  while (!existsSync(started)) await delay(50);
  run.kill('SIGINT');
  const [code] = await once(run, 'close');
  assert.equal(code, 130);
  assert.match(stderr, /^Interrupted/);
  assert.deepEqual(processesHere(), []);
  // Node's own cache of compiled code is no file of the run's.
  const files = readdirSync(temporary).filter((name) => name !== 'node-compile-cache');
  assert.deepEqual(files, []);
});
