import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Duplex, Readable } from 'node:stream';
import { ROOT } from '../course/paths.ts';
import type { Limits } from './limits.ts';
import { type Report, readReport } from './report.ts';

const NAME = 'native/build/supervise';
const SUPERVISE = join(ROOT, NAME);
const USAGE = 2;
const ANEW = '`make -C native clean all` builds it anew';

/** What the supervisor needs to know. */
export interface Supervised {
  readonly argv: readonly string[];
  readonly limits: Limits;
  readonly cwd: string | undefined;
  readonly env: Record<string, string>;
  /** A library to load into the program by LD_PRELOAD. */
  readonly preload: string | undefined;
  /** A folder to remove when the run has ended, also when we are gone by then. */
  readonly temporary: string | undefined;
  /** The first thing written on the private channel; undefined: the program gets no channel. */
  readonly greeting: string | undefined;
  readonly onOutput: (stream: 'stdout' | 'stderr', text: string) => void;
  readonly onRecords: (text: string) => void;
  readonly onFault: (text: string) => void;
  readonly signal: AbortSignal | undefined;
}

/** The supervisor's report, or why there is none. */
export type Supervision = { readonly report: Report } | { readonly lost: string };

/** Runs a program under native/build/supervise and resolves when all its streams have ended. Never rejects. */
export function supervise(asked: Supervised, onLost: () => Promise<void>): Promise<Supervision> {
  if (!existsSync(SUPERVISE)) {
    return Promise.resolve({
      lost: `${NAME} is missing; \`make -C native\` builds it`,
    });
  }
  if (asked.cwd !== undefined && !existsSync(asked.cwd)) {
    return Promise.resolve({ lost: `the folder to run in does not exist: ${asked.cwd}` });
  }
  return new Promise((resolve) => {
    const fail = (error: unknown) => resolve({ lost: notStarted(error) });
    try {
      const child = spawn(SUPERVISE, commandLine(asked), {
        stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
        env: asked.env,
        ...(asked.cwd === undefined ? {} : { cwd: asked.cwd }),
      });
      child.on('error', fail);
      attend(child, asked, onLost).then(resolve, fail);
    } catch (error) {
      fail(error); // no memory, or no process or descriptor to be had: spawn throws some, and emits others
    }
  });
}

/** The pipes in the order of their descriptors; 0 is /dev/null. */
type Streams = readonly [null, Readable, Readable, Duplex, Duplex, Readable];

/** Listens on all streams until they have closed: then nothing of the run is left. */
async function attend(
  child: ChildProcess,
  asked: Supervised,
  onLost: () => Promise<void>,
): Promise<Supervision> {
  const streams: readonly unknown[] = child.stdio;
  const [, stdout, stderr, control, channel, faults] = streams as Streams;
  let said = '';
  listen(stdout, (text) => asked.onOutput('stdout', text));
  listen(stderr, (text) => asked.onOutput('stderr', text));
  listen(control, (text) => {
    said += text;
  });
  listen(channel, asked.onRecords);
  listen(faults, asked.onFault);
  channel.write(asked.greeting ?? '');

  const stopListening = onStop(asked.signal, () => control.write('stop\n'));
  // Whom a killed supervisor can no longer clean up holds our streams open: left alive, they would never close.
  let cleaned = Promise.resolve();
  child.on('exit', (_code, signal) => {
    if (signal) cleaned = onLost();
  });
  const [code, signal] = await once(child, 'close');
  await cleaned;
  stopListening();
  const report = readReport(said);
  if (report) return { report };
  // It did not understand its command line: the sources have moved on since it was built.
  if (code === USAGE) return { lost: `${NAME} is out of date; \`make -C native\` builds it` };
  return {
    lost: signal
      ? `the supervisor was ended by ${signal}`
      : `${NAME} is no supervisor (exit code ${code}); ${ANEW}`,
  };
}

function commandLine({ argv, limits, preload, temporary, greeting }: Supervised): string[] {
  return [
    ...['--wall', String(limits.wallMs), '--cpu', String(limits.cpuMs)],
    ...['--memory', String(limits.memoryBytes), '--output', String(limits.outputBytes)],
    ...['--processes', String(limits.processes)],
    ...(preload === undefined ? [] : ['--preload', preload]),
    ...(temporary === undefined ? [] : ['--remove', temporary]),
    ...(greeting === undefined ? [] : ['--private']),
    '--',
    ...argv,
  ];
}

/** A file that cannot be executed is half built; anything else is a lack of memory, processes or descriptors. */
function notStarted(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'ENOEXEC')
    return `${NAME} cannot be executed (${code}); ${ANEW}`;
  return `the supervisor did not start: ${message}`;
}

/** A stream's text as it arrives. A write to a program that has ended is no error of ours. */
function listen(stream: Readable, onText: (text: string) => void): void {
  stream.setEncoding('utf8').on('data', onText);
  stream.on('error', () => {});
}

/** Calls `stop` when the caller says so, and when a Ctrl-C reaches a process that survives it, as the kernel does. */
function onStop(signal: AbortSignal | undefined, stop: () => void): () => void {
  const survives = process.listenerCount('SIGINT') > 0;
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  if (survives) process.on('SIGINT', stop);
  return () => {
    signal?.removeEventListener('abort', stop);
    process.off('SIGINT', stop);
  };
}
