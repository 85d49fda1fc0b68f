import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecording } from '../recordings/read.ts';
import { isProcessBirth } from './births.ts';
import { endOf } from './end.ts';
import { calls, essentials } from './essentials.ts';
import { isExecSuccess, isPathProbe } from './execs.ts';
import { tasks } from './tasks.ts';
import { FORK, STORY, traceOf } from './written-trace.ts';

test('the essentials: processes born, what they were made to run, their ends, their reaping', () => {
  assert.deepEqual(
    essentials(STORY).map((event) =>
      event.kind === 'syscall' ? event.name : `${event.kind} ${event.pid}`,
    ),
    ['execve', 'clone', 'execve', 'execve', 'exit 3', 'wait4', 'exit 1'],
  );
});

test('the essentials of a refused clone hold the refusal', () => {
  const refused = traceOf(`1 ${FORK} = -1 ENOMEM (Cannot allocate memory) (INJECTED) <0.1>`);
  assert.equal(essentials(refused).length, 1);
});

test('the processes and threads, with their programs, parents and ends', () => {
  assert.deepEqual(
    tasks(STORY).map(({ pid, kind, process, parent, name }) => [pid, kind, process, parent, name]),
    [
      [1, 'process', 1, undefined, 'sh'],
      [2, 'thread', 1, 1, 'worker'],
      [3, 'process', 3, 1, 'true'],
    ],
  );
  assert.ok(tasks(STORY).every(({ ended }) => ended !== undefined));
  assert.equal(
    tasks(STORY).reduce((sum, task) => sum + task.events.length, 0),
    STORY.events.length,
  );
  assert.deepEqual(endOf(STORY), { code: 3, signal: null, timedOut: false });
});

test('a child that is heard of before its birth is known to return is still one task', () => {
  const early = traceOf(
    '1 vfork( <unfinished ...>',
    '2 getpid() = 2 <0.1>',
    '1 <... vfork resumed>) = 2 <0.1>',
  );
  assert.deepEqual(
    tasks(early).map(({ pid, parent }) => [pid, parent]),
    [
      [1, undefined],
      [2, 1],
    ],
  );
});

test('the recordings of the course tell of spawn and execa', async () => {
  const spawned = await readRecording('spawn-true');
  const converted = await readRecording('execa-iconv');
  for (const [trace, program] of [
    [spawned, 'true'],
    [converted, 'iconv'],
  ] as const) {
    assert.equal(trace.source, 'recording');
    assert.deepEqual(trace.notUnderstood, []);
    const births = trace.events.filter(isProcessBirth);
    assert.equal(births.length, 1);
    const execs = calls(trace, 'execve');
    assert.ok(execs.slice(0, -1).every(isPathProbe));
    assert.ok(isExecSuccess(execs.at(-1) ?? assert.fail()));
    assert.ok(tasks(trace).some(({ name, kind }) => name === program && kind === 'process'));
  }
  assert.ok(calls(converted).length > calls(spawned).length);
});
