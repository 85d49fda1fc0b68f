import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWaiting } from './waiting.ts';
import { call, FORK } from './written-trace.ts';

const WAITS = [
  'wait4(-1,  <unfinished ...>',
  'wait4(2, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, NULL) = 2 <0.1>',
  'futex(0x7f, FUTEX_WAIT_PRIVATE, 2, NULL) = 0 <0.1>',
  'epoll_pwait(5<anon_inode:[eventpoll]>, [], 1024, -1, NULL, 8) = 0 <0.1>',
  'poll([{fd=3, events=POLLIN}], 1, 5000) = 0 (Timeout) <5.0>',
  'clock_nanosleep(CLOCK_REALTIME, 0, {tv_sec=1, tv_nsec=0}, NULL) = 0 <1.0>',
  'read(3<pipe:[7]>, "x", 1) = 1 <0.02>',
  'read(0</dev/pts/3>,  <unfinished ...>',
  'vfork() = 2 <0.1>',
];
const WORKS = [
  'wait4(2, 0x7f, WNOHANG, NULL) = 0 <0.1>',
  'futex(0x7f, FUTEX_WAKE_PRIVATE, 1) = 1 <0.1>',
  'epoll_pwait(5<anon_inode:[eventpoll]>, [], 1024, 0, NULL, 8) = 0 <0.1>',
  'poll([{fd=3, events=POLLIN}], 1, 0) = 0 (Timeout) <0.1>',
  'read(3</etc/hosts>, "x", 1) = 1 <0.02>',
  'read(3<pipe:[7]>, "x", 1) = 1 <0.00002>',
  `${FORK} = 2 <0.1>`,
];

test('waiting is told from working', () => {
  for (const text of WAITS) assert.ok(isWaiting(call(text)), text);
  for (const text of WORKS) assert.ok(!isWaiting(call(text)), text);
});
