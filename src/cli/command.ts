import type { ParseArgsOptionDescriptor, parseArgs } from 'node:util';

/** An option of a command: what node:util's parseArgs takes, and what `--help` says about it. */
export interface Option extends ParseArgsOptionDescriptor {
  readonly description: string;
  /** What the option's value is called in `--help`, for an option of type string. */
  readonly value?: string;
}

export type Options = Readonly<Record<string, Option>>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/** What a command's `run` is given. */
export interface Invocation<O extends Options> {
  readonly values: Parsed<O>['values'];
  /** Everything that is no option; all that follows `--` is here as it was typed. */
  readonly positionals: readonly string[];
  /** Aborted by Ctrl-C and SIGTERM: stop what was started, then return; the exit code is then 130 or 143. */
  readonly signal: AbortSignal;
}

/** One command of `./workshop`: one file in commands/, loaded only when it is asked for. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  /** One line for the list of commands: what it does, with no full stop. */
  readonly summary: string;
  /** What follows `./workshop`, e.g. `check [ID…] [--watch]`. */
  readonly usage: string;
  readonly options: O;
  /** Paragraphs below the options: what the reader needs to know, examples. */
  readonly details?: string;
  /** What each exit code means, e.g. `{ 0: 'every exercise passes' }`. 64, 130 are added for every command. */
  readonly exitCodes: Readonly<Record<number, string>>;
  /** Does the work and resolves to the exit code. A thrown UsageError becomes one sentence and exit code 64. */
  run(invocation: Invocation<O>): Promise<number>;
}

/**
 * Gives a command its types: the values in `run` follow from its options. From outside all commands look alike, and
 * whoever calls `run` parses by the command's own options first.
 */
export function command<const O extends Options>(definition: Command<O>): Command {
  return definition as Command;
}

/** The command line cannot be understood; the message says why, and what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
