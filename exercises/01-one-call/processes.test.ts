// Traces real commands, and reads traces that were taken elsewhere, and lets processes() count the births in each.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { parse, type TraceEvent } from 'workshop/trace';
import { processes } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
after(() => rmSync(folder, { recursive: true }));

/** The births, programs and ends of a command, with every birth refused when `error` is given. */
function traced(argv: string[], error?: string): readonly TraceEvent[] {
  const file = join(folder, 'trace');
  const options = ['-f', '-ttt', '-T', '-e', 'trace=%process', '-o', file];
  if (error) options.push('-e', `inject=?clone,?clone3,?fork,?vfork:error=${error}`);
  const strace = spawnSync('strace', [...options, ...argv], { encoding: 'utf8', timeout: 15_000 });
  if (strace.error !== undefined || strace.stderr.includes('ptrace')) {
    const message = 'strace could trace nothing here; ./workshop doctor says why.';
    throw Object.assign(new Error(message), { code: 'WORKSHOP_ENVIRONMENT' });
  }
  return recorded(readFileSync(file, 'utf8'));
}

const sh = (script: string) => traced(['sh', '-c', script]);

function recorded(text: string): readonly TraceEvent[] {
  const { events, notUnderstood } = parse(text);
  assert.deepEqual(notUnderstood, []);
  return events;
}

test('a process is born by fork, vfork, clone or clone3', () => {
  const calls = [
    'fork() = 101',
    'vfork() = 101',
    'clone3({flags=CLONE_VM|CLONE_VFORK, exit_signal=SIGCHLD, stack=0x7f, stack_size=0x9000}, 88) = 101',
    'clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f) = 101',
  ];
  for (const call of calls) {
    const events = recorded(
      `100 1767225600.000001 execve("/bin/make", ["make"], 0x7ffd /* 9 vars */) = 0 <0.000200>
100 1767225600.000002 ${call} <0.000300>
101 1767225600.000003 execve("/bin/cc", ["cc"], 0x7ffd /* 9 vars */) = 0 <0.000200>
101 1767225600.000004 exit_group(0) = ?
101 1767225600.000005 +++ exited with 0 +++
100 1767225600.000006 exit_group(0) = ?
100 1767225600.000007 +++ exited with 0 +++
`,
    );
    assert.equal(
      processes(events),
      1,
      `One process was born, by ${call}. The one that called was there before.`,
    );
  }
});

test('two commands are two processes', () => {
  assert.equal(
    processes(sh('/bin/true; /bin/true; :')),
    2,
    "sh started two processes for '/bin/true; /bin/true; :'.",
  );
});

test('a program is not a process', () => {
  const message = (script: string) =>
    `Nothing was born in '${script}': execve gives a process another program, and the shell does its own commands itself.`;
  for (const script of ['exec env true', 'true; true']) {
    assert.equal(processes(sh(script)), 0, message(script));
  }
  assert.equal(
    processes(sh('(:) & wait')),
    1,
    "One process was born in '(:) & wait', although it never executed another program.",
  );
});

test('a thread is not a process', () => {
  const program = "new (require('worker_threads').Worker)('', { eval: true })";
  assert.equal(
    processes(traced([process.execPath, '--eval', program])),
    0,
    'Node with a worker is one process with many threads: a thread is born by the same call, with CLONE_THREAD.',
  );
});

test('a call that failed bore nothing', () => {
  const refused = traced(['sh', '-c', '/bin/true; :'], 'EAGAIN');
  assert.equal(
    processes(refused),
    0,
    'The kernel refused (EAGAIN): nothing was born. Asking is not getting.',
  );
  const restarted = recorded(
    `100 1767225600.000001 execve("/bin/sh", ["sh"], 0x7ffd /* 9 vars */) = 0 <0.000200>
100 1767225600.000002 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f) = ? ERESTARTNOINTR (To be restarted) <0.000100>
100 1767225600.000003 --- SIGALRM {si_signo=SIGALRM, si_code=SI_KERNEL} ---
100 1767225600.000004 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f) = 101 <0.000300>
101 1767225600.000005 exit_group(0) = ?
101 1767225600.000006 +++ exited with 0 +++
100 1767225600.000007 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD <unfinished ...>
100 1767225600.000008 +++ killed by SIGKILL +++
`,
  );
  assert.equal(
    processes(restarted),
    1,
    'The first clone was broken off by a signal and then made again, and the last one never came back: one process was born.',
  );
});

test('every birth counts, wherever it happened and however it ended', () => {
  const events = recorded(
    `100 1767225600.000001 execve("/bin/sh", ["sh"], 0x7ffd /* 9 vars */) = 0 <0.000200>
100 1767225600.000002 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD <unfinished ...>
101 1767225600.000003 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f) = 102 <0.000200>
100 1767225600.000004 <... clone resumed>, child_tidptr=0x7f) = 101 <0.000400>
102 1767225600.000005 clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM, stack=0x7f} => {parent_tid=[103]}, 88) = 103 <0.000100>
103 1767225600.000006 exit(0) = ?
103 1767225600.000007 +++ exited with 0 +++
102 1767225600.000008 +++ killed by SIGSEGV (core dumped) +++
101 1767225600.000009 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_DUMPED, si_pid=102} ---
101 1767225600.000010 exit_group(0) = ?
101 1767225600.000011 +++ exited with 0 +++
100 1767225600.000012 exit_group(0) = ?
100 1767225600.000013 +++ exited with 0 +++
`,
  );
  assert.equal(
    processes(events),
    2,
    'Two were born in this trace: a child, and a child of that child, which a signal ended. It had a thread, too.',
  );
});
