import type { Limits } from './limits.ts';
import type { ProgramResult } from './outcome.ts';

/** A program to run in a disposable process tree. */
export interface Program {
  /** Arguments of this Node, e.g. ['src/check/runner.ts']: strips types, no loader. Either this or `argv`. */
  readonly nodeArgs?: readonly string[];
  /** Any other program and its arguments, found on PATH. */
  readonly argv?: readonly [string, ...string[]];
  readonly cwd?: string;
  /** Added to the caller's environment, from which NODE_OPTIONS and the like are taken out; undefined removes. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly limits?: Partial<Limits>;
  /** Given to the program's runner as `channel.input`: any value that JSON can carry. */
  readonly input?: unknown;
  /** Called with each authenticated record as it arrives. */
  readonly onRecord?: (record: unknown) => void;
  /** Called with output as it arrives, before the run has ended. */
  readonly onOutput?: (stream: 'stdout' | 'stderr', text: string) => void;
  /** Loads AddressSanitizer into the program. Libraries have to be built for it: `make -C native asan`. */
  readonly asan?: boolean;
  /** Stops the run: the ending is then 'stopped'. */
  readonly signal?: AbortSignal;
}

/** Runs a program under the supervisor. Never rejects for what the program does; nothing of it is left afterwards. */
export function runProgram(program: Program): Promise<ProgramResult> {
  return Promise.reject(new Error(`not yet: ${JSON.stringify(program.argv)}`));
}
