import assert from 'node:assert/strict';
import type { SyscallEvent, Trace } from '../events.ts';
import { parse } from '../parse/parse.ts';

/** A trace of lines as strace writes them, with a pid before each; a millisecond apart. */
export function traceOf(...texts: string[]): Trace {
  const stamped = texts.map((text, i) => {
    const [, pid, rest] = /^(\d+) (.*)$/s.exec(text) ?? assert.fail(text);
    return `${pid} ${(1_700_000_000 + i / 1000).toFixed(6)} ${rest}`;
  });
  const trace = parse(stamped.join('\n'));
  assert.deepEqual(trace.notUnderstood, []);
  return trace;
}

/** One call, as strace writes it. */
export function call(text: string): SyscallEvent {
  const [event] = traceOf(`1 ${text}`).events;
  return event?.kind === 'syscall' ? event : assert.fail(text);
}

/** A clone as fork makes it, without its result. */
export const FORK =
  'clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f)';
/** A clone3 that makes a thread, without its result. */
export const THREAD =
  'clone3({flags=CLONE_VM|CLONE_THREAD|CLONE_SETTLS, exit_signal=0, stack=0x7f} => {parent_tid=[2]}, 88)';

/** A shell with one thread, which runs `true`: found in the second folder of its PATH. */
export const STORY = traceOf(
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
