import type { Ending, NativeFrame } from '../../sandbox/index.ts';
import type { Crash } from '../verdict.ts';

type Signalled = Extract<Ending, { kind: 'signal' }>;

/** What a crash has to say: innermost frames first, with the line of C where the source is known. */
export function crashOf({ signal, fault, asan }: Signalled): Crash {
  return {
    signal,
    native: (fault?.native ?? []).map(nativeLine),
    javascript: [...(fault?.javascript ?? [])],
    sanitizer: asan?.summary ?? null,
  };
}

function nativeLine({ module, offset, symbol, file, line, source }: NativeFrame): string {
  const where = file === undefined ? `${module}+0x${offset.toString(16)}` : `${file}:${line}`;
  const text = source === undefined ? '' : `    ${source.trim()}`;
  return `${symbol ?? '?'} at ${where}${text}`;
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
