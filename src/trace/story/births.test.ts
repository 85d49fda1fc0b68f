import assert from 'node:assert/strict';
import { test } from 'node:test';
import { born, cloneFlags, isBirthCall, isProcessBirth, isThreadBirth } from './births.ts';
import { call, FORK, THREAD } from './written-trace.ts';

test('a clone with CLONE_THREAD makes a thread, any other a process, a failed one nothing', () => {
  const births: [string, 'process' | 'thread' | undefined][] = [
    [`${FORK} = 2 <0.1>`, 'process'],
    ['vfork() = 2 <0.1>', 'process'],
    ['fork() = 2 <0.1>', 'process'],
    [`${THREAD} = 2 <0.1>`, 'thread'],
    [`${FORK} = -1 ENOMEM (Cannot allocate memory) (INJECTED) <0.1>`, undefined],
    [
      'clone3({flags=CLONE_VM, exit_signal=SIGCHLD}, 88) = -1 ENOSYS (Function not implemented) <0.1>',
      undefined,
    ],
    ['vfork( <unfinished ...>', undefined],
  ];
  for (const [text, kind] of births) {
    const event = call(text);
    assert.ok(isBirthCall(event));
    assert.equal(isProcessBirth(event), kind === 'process', text);
    assert.equal(isThreadBirth(event), kind === 'thread', text);
    assert.equal(born(event), kind && 2, text);
  }
  assert.ok(!isBirthCall(call('close(3) = 0 <0.1>')));
});

test('the flags of clone and clone3', () => {
  assert.deepEqual(cloneFlags(call(`${FORK} = 2 <0.1>`)), [
    'CLONE_CHILD_CLEARTID',
    'CLONE_CHILD_SETTID',
    'SIGCHLD',
  ]);
  assert.deepEqual(cloneFlags(call(`${THREAD} = 2 <0.1>`)), [
    'CLONE_VM',
    'CLONE_THREAD',
    'CLONE_SETTLS',
  ]);
  assert.deepEqual(cloneFlags(call('vfork() = 2 <0.1>')), []);
});
