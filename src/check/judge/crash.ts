import { relative } from 'node:path';
import { ROOT } from '../../course/paths.ts';
import type { Ending, Fault, JavaScriptFrame, NativeFrame } from '../../sandbox/index.ts';
import type { Crash, Failure } from '../verdict.ts';
import type { Answer } from './failure.ts';

type Signalled = Extract<Ending, { kind: 'signal' }>;

/** What a crash has to say: innermost frames first, with the line of C where the source is known. */
export function crashOf({ signal, fault, asan }: Signalled): Crash {
  return {
    signal,
    native: worthShowing(fault?.native ?? []).map(nativeLine),
    javascript: (fault?.javascript ?? []).map(javascriptLine),
    sanitizer: asan?.summary ?? null,
  };
}

/** The frames whose source is known; the frames of Node and koffi below them lead nowhere a learner can go. */
function worthShowing(frames: readonly NativeFrame[]): readonly NativeFrame[] {
  const located = frames.filter(({ file }) => file !== undefined);
  return located.length > 0 ? located : frames.slice(0, 3);
}

function nativeLine({ module, offset, symbol, file, line, source }: NativeFrame): string {
  const where =
    file === undefined ? `${fromTop(module)}+0x${offset.toString(16)}` : `${fromTop(file)}:${line}`;
  const text = source === undefined ? '' : `    ${source.trim()}`;
  return `${symbol ?? '?'} at ${where}${text}`;
}

function javascriptLine({ name, file, line, source }: JavaScriptFrame): string {
  const text = source === undefined ? '' : `    ${source.trim()}`;
  return `${name ?? 'top level'} at ${fromTop(file)}:${line}${text}`;
}

/** Where in the answer a program stood when it was stopped or struck; null when that is not known. */
export function standingIn({ javascript }: Fault, message: string, answer: Answer): Failure | null {
  const frame = javascript.find(({ file }) => file === answer.path);
  if (frame === undefined) return null;
  const place = { file: answer.shownAs, line: frame.line, column: frame.column };
  return { test: null, message, got: null, expected: null, diff: [], place };
}

/** Paths within the course from its top; others as they are. */
function fromTop(path: string): string {
  return path.startsWith(ROOT) ? relative(ROOT, path) : path;
}

/** What each signal means, for those that end a program by accident. */
export const SIGNAL_MEANS: Readonly<Record<string, string>> = {
  SIGSEGV: 'it touched memory that is not its own',
  SIGBUS: 'it touched memory that has nothing behind it',
  SIGABRT: 'a library, V8 or the program itself gave up and called abort()',
  SIGFPE: 'an integer was divided by zero, or overflowed in a division',
  SIGILL: 'it came to bytes that are no instruction',
  SIGTRAP: 'it came to a trap that says "this can never happen"',
  SIGKILL: 'it was killed, which no program can prevent',
};
