import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test, { after, beforeEach } from 'node:test';
import * as z from 'zod';
import { EXIT_CODES, Standing, Verdict } from '../check/index.ts';
import { ROOT } from '../course/index.ts';

// A course of its own, in the tree, so that answers find their packages; the learner's files are not touched.
mkdirSync(join(ROOT, '.workshop'), { recursive: true });
const home = mkdtempSync(join(ROOT, '.workshop/cli-test-'));
const exercises = join(home, 'exercises');
const state = join(home, 'state');
after(() => rmSync(home, { recursive: true }));

beforeEach(() => {
  for (const folder of [exercises, state]) rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, 'exercises'), exercises, { recursive: true });
  answer('00-welcome/break-it', solution('00-welcome/break-it/stub'));
});

function solution(id: string): string {
  return readFileSync(join(ROOT, 'solutions', `${id}.ts`), 'utf8');
}

function answer(id: string, text: string): void {
  writeFileSync(join(exercises, `${id}.ts`), text);
}

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...args], {
    env: {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      NO_COLOR: '1',
      WORKSHOP_EXERCISES: exercises,
      WORKSHOP_STATE: state,
      ...env,
    },
    cwd: '/',
  });
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Ended> {
  return finish(start(args));
}

async function finish(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

test('from the stub to a pass, with hint, solution, progress and reset on the way', async () => {
  const standing = async (): Promise<Standing | undefined> => {
    const { out } = await run('progress', '--json');
    return z.array(Standing).parse(JSON.parse(out))[0];
  };
  const first = await run('check', 'break-it');
  assert.equal(first.code, EXIT_CODES['not yet']);
  assert.match(first.out, /^✘ not yet {2}00-welcome\/break-it/);
  assert.match(first.out, /breakIt is not written yet\./);
  assert.equal((await standing())?.state, 'begun');

  answer('00-welcome/break-it', solution('00-welcome/break-it/wrong/exit-one'));
  const hint = await run('hint', 'break-it');
  assert.match(hint.out, /^Hint 2 of 3.*believes: A non-zero exit code is a crash\./s);
  assert.equal((await run('solution', 'break-it')).code, 1);
  assert.match((await run('solution', 'break-it', '--yes')).out, /process\.abort\(\)/);

  answer('00-welcome/break-it', solution('00-welcome/break-it'));
  const { code, out } = await run('check', 'break-it', '--json');
  assert.equal(code, 0);
  const [verdict] = z.array(Verdict).parse(JSON.parse(out));
  assert.equal(verdict?.verdict, 'pass');
  assert.deepEqual(await standing().then((s) => [s?.state, s?.hint]), ['passed', 2]);
  assert.equal((await run('solution', 'break-it')).code, 0);

  const reset = await run('reset', 'break-it');
  const backup = /kept as (.*)\.$/m.exec(reset.out)?.[1];
  assert.equal(readFileSync(backup ?? '', 'utf8'), solution('00-welcome/break-it'));
  assert.equal((await standing())?.state, 'passed, edited since');
});

test('of several verdicts the gravest gives the exit code', async () => {
  answer('00-welcome/break-it', solution('00-welcome/break-it'));
  answer(
    '01-one-call/decode',
    "export const decode = () => process.kill(process.pid, 'SIGSEGV');\n",
  );
  const { code, out } = await run('check', 'break-it', 'decode');
  assert.equal(code, EXIT_CODES.crashed);
  assert.match(out, /✔ pass {2}00-welcome\/break-it.*✘ crashed {2}01-one-call\/decode/s);
});

test('a progress file that is broken is kept aside, and the check goes on', async () => {
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, 'progress.json'), '{ broken');
  const { code, out, err } = await run('check', 'break-it');
  assert.equal(code, 1);
  assert.match(out, /not yet/);
  assert.match(err, /^The progress file could not be read; it is kept as .*progress\.json/);
});

test('an answer that is a folder is told as one, and reset moves it aside', async () => {
  const file = join(exercises, '00-welcome/break-it.ts');
  rmSync(file);
  mkdirSync(file);
  assert.match((await run('check', 'break-it')).out, /break-it\.ts is a folder and not\s+a file\./);
  assert.match((await run('progress')).out, /begun/);
  assert.match((await run('reset', 'break-it')).out, /is the stub again; your answer is kept as/);
});

test('checks that end at the same moment are all kept', async () => {
  const checks = await Promise.all(['break-it', 'who-ran', 'decode'].map((id) => run('check', id)));
  assert.deepEqual(
    checks.map(({ err }) => err),
    ['', '', ''],
  );
  const kept = z.array(Standing).parse(JSON.parse((await run('progress', '--json')).out));
  assert.equal(
    kept.reduce((sum, { attempts }) => sum + attempts, 0),
    3,
  );
});

test('without a folder for temporary files: one sentence with the remedy', async () => {
  const env = { TMPDIR: '/nowhere' };
  const check = await finish(start(['check', 'break-it', '--json'], env));
  assert.equal(check.code, EXIT_CODES['our fault']);
  assert.match(check.out, /cannot be written to \/nowhere, .* unset TMPDIR/);
  const trace = await finish(start(['trace', '--', 'true'], env));
  assert.equal(trace.code, 1);
  assert.match(trace.err, /^Temporary files cannot be written to \/nowhere, .*\n$/);
});

test('Ctrl-C ends a check at once with 130, and leaves no process', async () => {
  const mark = 'sleep 7654321';
  answer(
    '01-one-call/decode',
    `import { spawn } from 'node:child_process';
export function decode() { spawn('sleep', ['7654321']); console.log(1); return new Promise(() => {}); }\n`,
  );
  const child = start(['check', 'decode']);
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!processes().includes(mark)) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  assert.equal(await ended, 130);
  assert.ok(!processes().includes(mark), 'a child of the answer was left behind');
});

test('watch checks again after a save, moves on when asked, and stops when asked', async () => {
  const child = start(['check', 'break-it', 'probes', '--watch', '--json']);
  assert.ok(child.stdout !== null && child.stdin !== null);
  const ended = new Promise((resolve) => child.on('close', resolve));
  const verdicts = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string[]> => {
    const { exercise, verdict } = Verdict.parse(JSON.parse(String((await verdicts.next()).value)));
    return [exercise, verdict];
  };
  assert.deepEqual(await next(), ['00-welcome/break-it', 'not yet']);
  answer('00-welcome/break-it', solution('00-welcome/break-it'));
  assert.deepEqual(await next(), ['00-welcome/break-it', 'pass']);
  child.stdin.write('n\n');
  assert.equal((await next())[0], '01-one-call/probes');
  child.stdin.write('q\n');
  assert.equal(await ended, 0);
});

function processes(): string {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
}
