/** What a signal says about a program that did not mean to end. */
const MEANINGS: Readonly<Record<string, string>> = {
  SIGABRT: 'the program, or a library in it, gave up by abort()',
  SIGBUS: 'it touched memory that has nothing behind it',
  SIGFPE: 'an integer division that has no result',
  SIGILL: 'it came to bytes that are no instruction',
  SIGKILL: 'something killed it: itself, another program, or the kernel for want of memory',
  SIGPIPE: 'it wrote to a pipe that nobody reads any more',
  SIGSEGV: 'it touched memory that is not its own',
  SIGTERM: 'something asked it to end',
  SIGTRAP: 'it came to a trap that says this can never happen',
  SIGXFSZ: 'it wrote a file larger than it may',
};

/** A signal in words; undefined for one that needs none. */
export function meaning(signal: NodeJS.Signals): string | undefined {
  return MEANINGS[signal];
}

/** A number of bytes as people say it, in binary units. */
export function size(bytes: number): string {
  const MiB = 1024 * 1024;
  return bytes >= MiB ? `${Math.round(bytes / MiB)} MiB` : `${Math.round(bytes / 1024)} KiB`;
}

/** A time in milliseconds as people say it. */
export function duration(ms: number): string {
  return ms >= 1000 ? `${Number((ms / 1000).toFixed(1))} s` : `${Math.round(ms)} ms`;
}
