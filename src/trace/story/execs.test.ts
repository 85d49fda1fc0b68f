import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AT_FDCWD, descriptor, descriptorOf, pathOf } from './descriptors.ts';
import {
  execArguments,
  execPath,
  isExec,
  isExecFailure,
  isExecSuccess,
  isPathProbe,
} from './execs.ts';
import { call } from './written-trace.ts';

test('an execve: its file, its arguments, its fate', () => {
  const found = call(
    String.raw`execve("/bin/l\303\251", ["l", "a, b\"", "]"], 0x7ffe /* 3 vars */) = 0 <0.1>`,
  );
  assert.equal(execPath(found), '/bin/l\u00e9');
  assert.deepEqual(execArguments(found), ['l', 'a, b"', ']']);
  assert.ok(isExecSuccess(found) && !isExecFailure(found) && !isPathProbe(found));
  const probe = call('execve("/x", ["x"], 0x7ffe) = -1 ENOENT (No such file or directory) <0.1>');
  assert.ok(isPathProbe(probe) && isExecFailure(probe) && !isExecSuccess(probe));
  const refused = call('execve("/x", ["x"], 0x7ffe) = -1 ENOEXEC (Exec format error) <0.1>');
  assert.ok(isExecFailure(refused) && !isPathProbe(refused));
  const at = call('execveat(3</bin/x>, "", ["x"], 0x7ffe, AT_EMPTY_PATH) = 0 <0.1>');
  assert.ok(isExec(at));
  assert.equal(execPath(at), '');
  assert.deepEqual(execArguments(at), ['x']);
  assert.equal(execArguments(call('execve("/x", 0x7ffe, 0x7fff) = 0 <0.1>')), undefined);
});

test('descriptors and paths', () => {
  assert.deepEqual(descriptor(String.raw`3</tmp/a\74b>(deleted)`), {
    fd: 3,
    path: '/tmp/a<b',
    deleted: true,
  });
  assert.equal(descriptor('AT_FDCWD</tmp>')?.fd, AT_FDCWD);
  assert.equal(descriptor('O_RDONLY'), undefined);
  assert.equal(descriptorOf(call('read(3<pipe:[7]>, "", 1) = 0 <0.1>'))?.path, 'pipe:[7]');
  assert.equal(descriptorOf(call('openat(AT_FDCWD</tmp>, "x", O_RDONLY) = 3 <0.1>')), undefined);
  assert.equal(pathOf(call('openat(AT_FDCWD</tmp>, "x", O_RDONLY) = 3</tmp/x> <0.1>')), 'x');
  assert.equal(pathOf(call('access("/x", F_OK) = 0 <0.1>')), '/x');
  assert.equal(pathOf(call('write(1</dev/null>, "x", 1) = 1 <0.1>')), undefined);
});
