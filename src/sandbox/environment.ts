import { join } from 'node:path';
import { stateFolder } from '../course/paths.ts';

/** Variables that would make the program report to, load from, or count for somebody else than us. */
const NOT_INHERITED = [
  'NODE_OPTIONS',
  'NODE_TEST_CONTEXT',
  'NODE_V8_COVERAGE',
  'NODE_CHANNEL_FD',
  'NODE_UNIQUE_ID',
  'LD_PRELOAD',
  'WORKSHOP_KERNEL',
];

/** What a run adds to the environment: its mark, by which its processes can be found, and where its files go. */
export interface Place {
  readonly mark: string;
  /** A temporary folder of its own; undefined where none can be made. */
  readonly temporary: string | undefined;
}

/** The environment of a supervised program: the caller's, cleaned, and then what was asked for. */
export function environment(
  added: Readonly<Record<string, string | undefined>>,
  { mark, temporary }: Place,
): Record<string, string> {
  const merged: Record<string, string | undefined> = { ...process.env };
  for (const name of NOT_INHERITED) delete merged[name];
  // Node compiles and strips types once, and not at every start: tens of milliseconds.
  merged.NODE_COMPILE_CACHE = join(stateFolder(), 'cache', 'node');
  merged.SANDBOX_RUN = mark;
  if (temporary !== undefined) merged.TMPDIR = temporary;
  // A report ends in abort(), so that the fault handler adds the JavaScript stack. Its own handlers stay off.
  merged.ASAN_OPTIONS =
    'detect_leaks=0:abort_on_error=1:handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigfpe=0';
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...merged, ...added })) {
    if (value !== undefined) result[name] = value;
  }
  return result;
}
