import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SyscallEvent, TraceEvent } from '../events.ts';
import { parse } from './parse.ts';

const AT = '100 1700000000.000001 ';

function one(rest: string): TraceEvent {
  const { events, notUnderstood } = parse(AT + rest);
  assert.deepEqual(notUnderstood, []);
  assert.equal(events.length, 1);
  return events[0] ?? assert.fail();
}

function call(rest: string): SyscallEvent {
  const event = one(rest);
  return event.kind === 'syscall' ? event : assert.fail(`a ${event.kind}`);
}

test('a plain call: name, arguments, result, duration', () => {
  assert.deepEqual(call('close(3</etc/hosts>)       = 0 <0.000021>'), {
    kind: 'syscall',
    pid: 100,
    time: 1700000000.000001,
    line: 1,
    name: 'close',
    args: ['3</etc/hosts>'],
    result: { text: '0', value: 0 },
    duration: 0.000021,
  });
});

test('a string may hold anything that looks like the end of a call', () => {
  const { args, result } = call(
    String.raw`write(1</tmp/x>(deleted), "a <unfinished ...>) = 5 \"q\" \\", 29) = 29 <0.1>`,
  );
  assert.deepEqual(args, [
    '1</tmp/x>(deleted)',
    String.raw`"a <unfinished ...>) = 5 \"q\" \\"`,
    '29',
  ]);
  assert.equal(result?.value, 29);
});

test('a path may hold brackets, commas and quotes; its angle brackets are escaped', () => {
  const { args, result } = call(
    String.raw`openat(AT_FDCWD</tmp>, "a)b,", O_RDONLY) = 3</tmp/a)b,(c\74d\76"> <0.000001>`,
  );
  assert.deepEqual(args, ['AT_FDCWD</tmp>', '"a)b,"', 'O_RDONLY']);
  assert.equal(result?.value, 3);
  assert.equal(result?.path, '/tmp/a)b,(c<d>"');
});

test('shifts are no paths', () => {
  const { args } = call(
    'futex(0x7f00, FUTEX_WAKE_OP_PRIVATE, 1, 1, 0x7f04, FUTEX_OP_SET<<28|0<<12|FUTEX_OP_CMP_GT<<24|0x1) = 1 <0.1>',
  );
  assert.equal(args.length, 6);
  assert.equal(args[5], 'FUTEX_OP_SET<<28|0<<12|FUTEX_OP_CMP_GT<<24|0x1');
});

test('structures and lists are one argument each', () => {
  const { args } = call(
    'clone3({flags=CLONE_VM|CLONE_THREAD, exit_signal=0, stack=0x7f0, tls=0x7f1} => {parent_tid=[101]}, 88) = 101 <0.1>',
  );
  assert.equal(args.length, 2);
  assert.match(args[0] ?? '', /^\{flags=.*\} => \{parent_tid=\[101\]\}$/);
});

const RESULTS: Record<string, [value: number | null, errno?: string]> = {
  '0': [0],
  '-1 ENOENT (No such file or directory)': [-1, 'ENOENT'],
  '-1 ENOMEM (Cannot allocate memory) (INJECTED)': [-1, 'ENOMEM'],
  '0 (INJECTED)': [0],
  '0x7f07b94f0000': [0x7f07b94f0000],
  '0x8002 (flags O_RDWR|O_LARGEFILE)': [0x8002],
  '?': [null],
  '? ERESTARTSYS (To be restarted if SA_RESTART is set)': [null, 'ERESTARTSYS'],
  '? <unavailable>': [null],
  '3</etc/hosts>': [3],
  '4<socket:[1234]>': [4],
  '0 (Timeout)': [0],
  '1 ([{fd=5, revents=POLLIN}])': [1],
  '1 (in [5], left {tv_sec=0, tv_nsec=99998148})': [1],
  '022': [18],
};

for (const [text, [value, errno]] of Object.entries(RESULTS)) {
  test(`the result ${text}`, () => {
    const { result } = call(`some_call(1) = ${text} <0.000009>`);
    assert.equal(result?.text, text);
    assert.equal(result?.value, value);
    assert.equal(result?.errno, errno);
    assert.equal(result?.injected ?? false, text.includes('INJECTED'));
  });
}

test('a call without arguments, a call by number, a call strace could not name', () => {
  assert.deepEqual(call('getpid() = 100 <0.1>').args, []);
  assert.equal(
    call('syscall_0x3e7(0x1, 0x2) = -1 ENOSYS (Function not implemented)').name,
    'syscall_0x3e7',
  );
  assert.equal(call('????( <unfinished ...>').name, '????');
});

test('a cut string keeps its dots, and an address its name', () => {
  const { args } = call('execve("/bin/x"..., ["x", "y"...], 0x7ffe /* 35 vars */) = 0 <0.1>');
  assert.deepEqual(args, ['"/bin/x"...', '["x", "y"...]', '0x7ffe /* 35 vars */']);
});

test('an unfinished call is joined with its resumption, in the order of beginnings', () => {
  const { events, notUnderstood } = parse(
    [
      '100 1700000000.1 read(3<pipe:[1]>,  <unfinished ...>',
      '101 1700000000.2 write(4<pipe:[1]>, "x", 1) = 1 <0.01>',
      '100 1700000000.3 <... read resumed>"x", 16) = 1 <0.2>',
    ].join('\n'),
  );
  assert.deepEqual(notUnderstood, []);
  assert.deepEqual(
    events.map((event) => [event.kind === 'syscall' && event.name, event.time, event.line]),
    [
      ['read', 1700000000.1, 1],
      ['write', 1700000000.2, 2],
    ],
  );
  const [read] = events;
  assert.ok(read?.kind === 'syscall');
  assert.deepEqual(read.args, ['3<pipe:[1]>', '"x"', '16']);
  assert.equal(read.duration, 0.2);
});

test('a resumption may itself be cut off again', () => {
  const { events, notUnderstood } = parse(
    [
      '100 1700000000.1 select(4, [3] <unfinished ...>',
      '100 1700000000.2 <... select resumed>, NULL <unfinished ...>',
      '100 1700000000.3 <... select resumed>, NULL, NULL) = 1 (in [3]) <0.2>',
    ].join('\n'),
  );
  assert.deepEqual(notUnderstood, []);
  assert.ok(events[0]?.kind === 'syscall');
  assert.deepEqual(events[0].args, ['4', '[3]', 'NULL', 'NULL', 'NULL']);
});

test('calls that never returned', () => {
  const endings = [
    'read(0,  <unfinished ...>',
    'read(0,  <unfinished ...>) = ?',
    'read(0,  <detached ...>',
    'restart_syscall(<... resuming interrupted read ...> <unfinished ...>',
  ];
  for (const ending of endings) {
    const { result, args } = call(ending);
    assert.equal(result, undefined);
    assert.equal(args.length, 1, ending);
  }
});

test('an interrupted call is resumed by the kernel', () => {
  const { name, args, result } = call(
    'restart_syscall(<... resuming interrupted clock_nanosleep ...>) = 0 <0.5>',
  );
  assert.equal(name, 'restart_syscall');
  assert.deepEqual(args, ['<... resuming interrupted clock_nanosleep ...>']);
  assert.equal(result?.value, 0);
});

test('what happens between calls', () => {
  const at = { pid: 100, time: 1700000000.000001, line: 1 };
  const info = '{si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=101, si_status=0}';
  assert.deepEqual(one(`--- SIGCHLD ${info} ---`), {
    ...at,
    kind: 'signal',
    signal: 'SIGCHLD',
    info,
  });
  assert.deepEqual(one('--- stopped by SIGTSTP ---'), {
    ...at,
    kind: 'stopped',
    signal: 'SIGTSTP',
  });
  assert.deepEqual(one('+++ exited with 3 +++'), { ...at, kind: 'exit', code: 3 });
  const killed = { ...at, kind: 'killed', signal: 'SIGSEGV' };
  assert.deepEqual(one('+++ killed by SIGSEGV +++'), { ...killed, coreDumped: false });
  assert.deepEqual(one('+++ killed by SIGSEGV (core dumped) +++'), { ...killed, coreDumped: true });
  assert.deepEqual(one('<detached ...>'), { ...at, kind: 'detached' });
});

test('a thread that calls execve comes back under the id of the first thread', () => {
  const { events, notUnderstood } = parse(
    [
      '100 1700000000.1 futex(0x7f00, FUTEX_WAIT, 101, NULL <unfinished ...>',
      '101 1700000000.2 execve("/bin/true", ["true"], 0x7ffe /* 3 vars */ <unfinished ...>',
      '100 1700000000.3 +++ superseded by execve in pid 101 +++',
      '100 1700000000.4 <... execve resumed>) = 0 <0.2>',
    ].join('\n'),
  );
  assert.deepEqual(notUnderstood, []);
  const [futex, execve, superseded] = events;
  assert.ok(futex?.kind === 'syscall' && futex.result === undefined);
  assert.ok(execve?.kind === 'syscall' && execve.result?.value === 0);
  assert.equal(execve.pid, 101);
  assert.deepEqual([superseded?.kind, superseded?.pid], ['superseded', 100]);
});

test('arm64: calls by their names there', () => {
  const { events, notUnderstood } = parse(
    [
      '7 1700000000.1 faccessat(AT_FDCWD</tmp>, "/@mark/7-1/begin", F_OK) = -1 ENOENT (No such file or directory) <0.000010>',
      '7 1700000000.2 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD <unfinished ...>',
      '7 1700000000.3 <... clone resumed>, child_tidptr=0xffff8f4c0f50) = 8 <0.0002>',
      '8 1700000000.4 newfstatat(AT_FDCWD</tmp>, "x", {st_mode=S_IFREG|0644, st_size=5, ...}, 0) = 0 <0.0002>',
      '8 1700000000.5 ppoll([{fd=3<pipe:[1]>, events=POLLIN}], 1, NULL, NULL, 0) = 1 ([{fd=3, revents=POLLIN}]) <0.1>',
    ].join('\n'),
  );
  assert.deepEqual(notUnderstood, []);
  assert.equal(events.length, 4);
});

test('pids and times in the other forms that strace writes', () => {
  const forms = {
    '[pid  4242] 1700000000.5 getpid() = 4242': 4242,
    '1700000000.5 getpid() = 7': 0,
    '12    1700000000.5 getpid() = 12': 12,
    '12<node> 1700000000.5 getpid() = 12': 12,
  };
  for (const [line, pid] of Object.entries(forms)) assert.equal(parse(line).events[0]?.pid, pid);
});
