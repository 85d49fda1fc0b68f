import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { calls } from '../story/essentials.ts';
import { execPath } from '../story/execs.ts';
import { traceCommand } from './command.ts';

const NATIVE = fileURLToPath(new URL('../../../native', import.meta.url));
const ALLOW = `${NATIVE}/build/allow-trace`;

before(() => {
  execFileSync('make', ['-C', NATIVE, 'build/allow-trace'], { stdio: 'ignore' });
});

test('it asks for leave, then becomes the program, and its status is the program\u2019s', async () => {
  const trace = await traceCommand([ALLOW, 'sh', '-c', 'echo "$1"; exit 7', 'sh', 'a b']);
  assert.equal(trace.end.code, 7);
  assert.equal(trace.stdout.toString(), 'a b\n');
  const asked = calls(trace, 'prctl').findIndex((call) => call.args[0] === 'PR_SET_PTRACER');
  assert.ok(asked >= 0);
  assert.equal(calls(trace, 'prctl')[asked]?.args[1], 'PR_SET_PTRACER_ANY');
  assert.match(execPath(calls(trace, 'execve').at(-1) ?? assert.fail()) ?? '', /\/sh$/);
});

test('a kernel without Yama has nothing to allow; any other refusal is said', async () => {
  const without = await traceCommand([ALLOW, 'true'], { inject: 'prctl:error=EINVAL' });
  assert.equal(without.end.code, 0);
  const refused = await traceCommand([ALLOW, 'true'], { inject: 'prctl:error=EPERM' });
  assert.equal(refused.end.code, 126);
  assert.equal(
    refused.stderr.toString(),
    'allow-trace: cannot allow tracing: Operation not permitted\n',
  );
});

test('mistakes get one sentence and the status a shell would give', () => {
  const mistakes: [args: string[], status: number, message: string][] = [
    [[], 127, 'name a program to run: allow-trace PROGRAM [ARGUMENT...]'],
    [['nosuch-program'], 127, "cannot run 'nosuch-program': No such file or directory"],
    [['/etc/passwd'], 126, "cannot run '/etc/passwd': Permission denied"],
  ];
  for (const [args, expected, message] of mistakes) {
    const { status, stderr } = spawnSync(ALLOW, args, { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [expected, `allow-trace: ${message}\n`]);
  }
});
