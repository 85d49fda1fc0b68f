import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SyscallEvent, Trace } from '../events.ts';
import { parse } from '../parse/parse.ts';
import { readRecording } from '../recordings/read.ts';
import { born, cloneFlags, isBirthCall, isProcessBirth, isThreadBirth } from './births.ts';
import { counts } from './counts.ts';
import { AT_FDCWD, descriptor, descriptorOf, pathOf } from './descriptors.ts';
import { endOf } from './end.ts';
import { calls, essentials } from './essentials.ts';
import {
  execArguments,
  execPath,
  isExec,
  isExecFailure,
  isExecSuccess,
  isPathProbe,
} from './execs.ts';
import { families, familyOf } from './families.ts';
import { eventText, lines, shortText } from './lines.ts';
import { tasks } from './tasks.ts';
import { isWaiting } from './waiting.ts';

/** A trace of these lines, a millisecond apart. */
function traceOf(...texts: string[]): Trace {
  const stamped = texts.map((text, i) => {
    const [, pid, rest] = /^(\d+) (.*)$/s.exec(text) ?? assert.fail(text);
    return `${pid} ${(1_700_000_000 + i / 1000).toFixed(6)} ${rest}`;
  });
  const trace = parse(stamped.join('\n'));
  assert.deepEqual(trace.notUnderstood, []);
  return trace;
}

function call(text: string): SyscallEvent {
  const [event] = traceOf(`1 ${text}`).events;
  return event?.kind === 'syscall' ? event : assert.fail(text);
}

const FORK =
  'clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f)';
const THREAD =
  'clone3({flags=CLONE_VM|CLONE_THREAD|CLONE_SETTLS, exit_signal=0, stack=0x7f} => {parent_tid=[2]}, 88)';

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

test('a call knows its family; a name that is not listed is other', () => {
  assert.equal(familyOf('execve'), 'process');
  assert.equal(familyOf('newfstatat'), 'file');
  assert.equal(familyOf('futex'), 'sync');
  assert.equal(familyOf('getrandom'), 'other');
  assert.equal(familyOf('constructor'), 'other');
  assert.equal(families.length, 8);
});

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

const STORY = traceOf(
  '1 execve("/bin/sh", ["sh"], 0x7f /* 3 vars */) = 0 <0.0002>',
  `1 ${THREAD} = 2 <0.0001>`,
  '2 prctl(PR_SET_NAME, "worker") = 0 <0.0001>',
  `1 ${FORK.replace(')', '')} <unfinished ...>`,
  '3 execve("/usr/local/bin/true", ["true"], 0x7f) = -1 ENOENT (No such file or directory) <0.0001>',
  '1 <... clone resumed>) = 3 <0.0019>',
  '3 execve("/bin/true", ["true"], 0x7f) = 0 <0.0001>',
  '3 +++ exited with 0 +++',
  '1 --- SIGCHLD {si_signo=SIGCHLD, si_pid=3} ---',
  '1 wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, NULL) = 3 <0.0001>',
  '2 +++ exited with 0 +++',
  '1 +++ exited with 3 +++',
);

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

test('counts add up, by name, family and kind', () => {
  const { calls: all, byName, byFamily, byKind } = counts(STORY);
  assert.equal(all, calls(STORY).length);
  assert.deepEqual(byKind, { syscall: 7, exit: 3, signal: 1 });
  for (const table of [byName, byFamily]) {
    assert.equal(
      table.reduce((sum, count) => sum + count.calls, 0),
      all,
    );
  }
  const execve = byName[0] ?? assert.fail();
  assert.equal(execve.name, 'execve');
  assert.deepEqual([execve.calls, execve.errors, execve.family], [3, 1, 'process']);
  assert.ok(Math.abs(execve.seconds - 0.0004) < 1e-9);
  assert.equal(byName.find(({ name }) => name === 'wait4')?.waiting, 0.0001);
});

test('rows of text keep the result of a call, whatever they cut', () => {
  const text = lines(STORY, { width: 60, limit: 5 });
  const rows = text.split('\n');
  assert.equal(rows.length, 7);
  assert.match(rows[0] ?? '', /^ +ms pid event +took ms$/);
  assert.match(rows[5] ?? '', /execve\("\/usr.* … = -1 ENOENT +0\.100$/);
  assert.equal(rows[6], '(6 more)');
  for (const row of rows) assert.ok(row.length <= 60, row);
});

test('every kind of event has its line', () => {
  const texts = traceOf(
    '1 close(3) = -1 EBADF (Bad file descriptor) (INJECTED) <0.1>',
    '1 read(0,  <detached ...>',
    '1 --- SIGUSR1 {si_signo=SIGUSR1} ---',
    '1 --- stopped by SIGSTOP ---',
    '2 +++ killed by SIGABRT (core dumped) +++',
    '1 +++ superseded by execve in pid 3 +++',
    '1 <detached ...>',
  ).events.map(eventText);
  assert.deepEqual(texts, [
    'close(3) = -1 EBADF (injected)',
    'read(0) = no return seen',
    'SIGUSR1 delivered {si_signo=SIGUSR1}',
    'stopped by SIGSTOP',
    'killed by SIGABRT (core dumped)',
    'taken over by thread 3, which called execve',
    'strace let go of it',
  ]);
  const long = call(`write(1, "${'x'.repeat(200)}", 200) = 200 <0.1>`);
  assert.equal(shortText(long, 40).length, 40);
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
