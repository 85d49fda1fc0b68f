import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calls, isProcessBirth } from '../trace/index.ts';
import { traceCall } from './trace-call.ts';

test('a function that only computes makes no syscall', async () => {
  const trace = await traceCall(({ libc }) => {
    const toupper = libc.func('int toupper(int)');
    return () => toupper(97);
  });
  assert.deepEqual(trace.events, []);
});

test('a question to the kernel is one syscall, of that name', async () => {
  const trace = await traceCall(({ libc }) => libc.func('int getuid()'));
  assert.deepEqual(
    calls(trace).map(({ name }) => name),
    ['getuid'],
  );
});

test('a function that starts a program is seen with its child', async () => {
  const trace = await traceCall(({ libc }) => {
    const system = libc.func('int system(const char *)');
    return () => system('exit 3');
  });
  assert.equal(trace.events.filter(isProcessBirth).length, 1);
  assert.ok(calls(trace, 'execve').length > 0);
});

test('a call that ends its process is said', async () => {
  const aborting = traceCall(({ libc }) => libc.func('void abort()'));
  await assert.rejects(aborting, /ended its process with SIGABRT/);
});
