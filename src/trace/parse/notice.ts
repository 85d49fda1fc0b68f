import type { TraceEvent } from '../events.ts';

type Without<T> = T extends TraceEvent ? Omit<T, 'pid' | 'time' | 'line'> : never;

const SIGNAL = /^--- (SIG\w+) (?:(\{.*\}|\(.*\)) )?---$/s;
const STOPPED = /^--- stopped by (SIG\w+) ---$/;
const EXITED = /^\+\+\+ exited with (\d+) \+\+\+$/;
const KILLED = /^\+\+\+ killed by (\S+)( \(core dumped\))? \+\+\+$/;
const SUPERSEDED = /^\+\+\+ superseded by execve in pid (\d+) \+\+\+$/;

/** Reads what strace says about a thread between its calls: `--- SIGCHLD {…} ---`, `+++ exited with 0 +++`; undefined when the text is none of these. */
export function readNotice(text: string): Without<TraceEvent> | undefined {
  let m = SIGNAL.exec(text);
  if (m !== null) return { kind: 'signal', signal: m[1] ?? '', info: m[2] ?? '' };
  m = STOPPED.exec(text);
  if (m !== null) return { kind: 'stopped', signal: m[1] ?? '' };
  m = EXITED.exec(text);
  if (m !== null) return { kind: 'exit', code: Number(m[1]) };
  m = KILLED.exec(text);
  if (m !== null) return { kind: 'killed', signal: m[1] ?? '', coreDumped: m[2] !== undefined };
  m = SUPERSEDED.exec(text);
  if (m !== null) return { kind: 'superseded', by: Number(m[1]) };
  if (text === '<detached ...>') return { kind: 'detached' };
  return undefined;
}
