import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { cached } from './cache.ts';
import { type Diagnostic, readDiagnostics, showDiagnostics } from './diagnostics.ts';
import { missingTool, tool } from './tools.ts';

/** C to compile: either `source` or `file`. */
export interface Compilation {
  readonly source?: string;
  readonly file?: string;
  readonly kind: 'program' | 'library';
  /** Added to -std=gnu17 -g -Wall -Wextra; -l options too. */
  readonly flags?: readonly string[];
  /** Instrumented for AddressSanitizer, to be run in the sandbox with `asan`. */
  readonly asan?: boolean;
}

/** A refusal of the compiler. Its message shows each error with the guilty line. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly diagnostics: readonly Diagnostic[];

  constructor(message: string, diagnostics: readonly Diagnostic[]) {
    super(message);
    this.diagnostics = diagnostics;
  }
}

/** What was built, an absolute path, and what the compiler remarked on the way. */
export interface Compiled {
  readonly path: string;
  /** Empty when the result came from the cache: those remarks were made then. */
  readonly warnings: readonly Diagnostic[];
}

/** The name under which C that came as text is kept, so that a crash in it can be shown with its line. */
export const KEPT_SOURCE = 'compiled-source.c';

/**
 * Compiles one C file. The result is kept by content: the same source, headers and flags are compiled once. Rejects
 * with a CompileError for C that does not compile, and with one sentence when there is no gcc.
 */
export async function compile(asked: Compilation): Promise<Compiled> {
  const { kind, source, flags = [] } = asked;
  const file = asked.file === undefined ? undefined : resolve(asked.file);
  const code = source ?? (await readFile(file ?? '', 'utf8'));
  const options = [
    ...['-std=gnu17', '-g', '-Wall', '-Wextra', '-fno-omit-frame-pointer'],
    ...(kind === 'library' ? ['-shared', '-fPIC'] : []),
    ...(asked.asan ? ['-fsanitize=address'] : []),
  ];
  const inputs = [code, ...options, ...flags, file ?? '', process.arch, await headers(code, file)];
  let warnings: Diagnostic[] = [];
  const name = kind === 'library' ? 'library.so' : 'program';
  const path = await cached(inputs, name, async (draft, folder) => {
    const input = file ?? join(folder, KEPT_SOURCE);
    if (file === undefined) await writeFile(input, code);
    warnings = await gcc([...options, input, ...flags, '-o', draft], code);
  });
  return { path, warnings };
}

/** What the file draws in from headers of its own, which may change while it stays the same. */
async function headers(code: string, file: string | undefined): Promise<string> {
  if (file === undefined || !/^\s*#\s*include\s*"/m.test(code)) return '';
  return tool('gcc', ['-E', '-P', file]).catch(() => ''); // what is wrong with it, compiling will say
}

async function gcc(args: readonly string[], code: string): Promise<Diagnostic[]> {
  const child = spawn('gcc', ['-fdiagnostics-format=json', '-ftabstop=1', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  const ended = new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  }).catch(() => {
    throw new Error(missingTool('gcc'));
  });
  const [status, stderr] = await Promise.all([ended, text(child.stderr)]);
  const { found, rest } = readDiagnostics(stderr);
  if (status === 0) return found;
  // What was refused, not what was merely remarked on.
  const errors = showDiagnostics(
    found.filter(({ severity }) => severity === 'error'),
    code,
  );
  throw new CompileError([errors, rest].filter(Boolean).join('\n'), found);
}
