import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sanitizerLibrary } from '../toolchain/sanitizer.ts';
import { ending } from './ending.ts';
import { environment } from './environment.ts';
import { killMarked } from './kill-marked.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { ProgramResult } from './outcome.ts';
import { records } from './records.ts';
import { supervise } from './supervisor.ts';

/** Characters of a fault report: many times what one needs. */
const LONGEST_FAULT = 1_000_000;

/** A program to run in a disposable process tree. */
export interface Program {
  /** Arguments of this Node, e.g. ['src/check/runner.ts']: strips types, no loader. Either this or `argv`. */
  readonly nodeArgs?: readonly string[];
  /** Any other program and its arguments, found on PATH. It gets no private channel. */
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

/**
 * Runs a program under the supervisor. Never rejects for what the program does; no process of it and no file in its
 * temporary folder is left afterwards. stdin is empty.
 */
export async function runProgram(program: Program): Promise<ProgramResult> {
  const limits = { ...DEFAULT_LIMITS, ...program.limits };
  const mark = randomUUID();
  const temporary = await mkdtemp(join(tmpdir(), 'sandbox-')).catch(() => undefined);
  try {
    const seen = { stdout: '', stderr: '', fault: '', records: [] as unknown[] };
    const channel = records(program.input, (record) => {
      seen.records.push(record);
      program.onRecord?.(record);
    });
    const preload = program.asan ? await sanitizerLibrary() : undefined;
    const supervision = await supervise(
      {
        argv: program.argv ?? [process.execPath, ...heapLimit(limits), ...(program.nodeArgs ?? [])],
        limits,
        cwd: program.cwd,
        env: environment(program.env ?? {}, { mark, temporary }),
        preload,
        temporary,
        greeting: program.argv === undefined ? channel.greeting : undefined,
        onOutput: (stream, text) => {
          seen[stream] += text;
          program.onOutput?.(stream, text);
        },
        onRecords: channel.accept,
        onFault: (text) => {
          seen.fault = (seen.fault + text).slice(-LONGEST_FAULT);
        },
        signal: program.signal,
      },
      () => killMarked(mark),
    );
    return {
      ending: await ending(supervision, seen, limits, program.argv?.[0] ?? 'node'),
      records: seen.records,
      stdout: seen.stdout,
      stderr: seen.stderr,
      ...('report' in supervision ? measured(supervision.report) : NOTHING),
      limits,
    };
  } finally {
    // The supervisor has done it, unless it was killed or never started.
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

/** V8's own limit lies at ours, so that the supervisor, which counts all memory, is the one to decide. */
function heapLimit({ memoryBytes }: Limits): string[] {
  return [`--max-old-space-size=${Math.ceil(memoryBytes / 1024 / 1024)}`];
}

type Measured = Pick<
  ProgramResult,
  'wallMs' | 'cpuMs' | 'peakMemoryBytes' | 'peakProcesses' | 'leftBehind'
>;

const NOTHING: Measured = {
  wallMs: 0,
  cpuMs: 0,
  peakMemoryBytes: 0,
  peakProcesses: 0,
  leftBehind: 0,
};

function measured({
  wallMs,
  cpuMs,
  peakMemoryBytes,
  peakProcesses,
  leftBehind,
}: Measured): Measured {
  return { wallMs, cpuMs, peakMemoryBytes, peakProcesses, leftBehind };
}
