import { styleText } from 'node:util';
import type { Command, Option } from './command.ts';
import { COMMANDS } from './commands.ts';

const ALWAYS: Readonly<Record<number, string>> = {
  64: 'the command line cannot be understood',
  130: 'stopped by Ctrl-C',
};

/** The list of all commands. */
export async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return [
    'Usage: ./workshop COMMAND …',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    './workshop COMMAND --help says more about one.',
  ].join('\n');
}

/** Everything about one command. */
export function help({ usage, summary, options, details, exitCodes }: Command): string {
  const all: Record<string, Option> = { ...options, help: HELP };
  const codes = Object.entries({ ...exitCodes, ...ALWAYS });
  return [
    `Usage: ./workshop ${usage}`,
    '',
    `${summary}.`,
    '',
    bold('Options'),
    ...columns(
      Object.entries(all).map(([name, option]) => [optionName(name, option), option.description]),
    ),
    '',
    ...(details === undefined ? [] : [details, '']),
    bold('Exit codes'),
    ...columns(codes),
  ].join('\n');
}

/** The option that every command has. */
export const HELP: Option = { type: 'boolean', short: 'h', description: 'say this' };

function optionName(name: string, { short, type, value }: Option): string {
  const shortName = short === undefined ? '    ' : `-${short}, `;
  return `${shortName}--${name}${type === 'string' ? ` ${value ?? 'VALUE'}` : ''}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function bold(text: string): string {
  return styleText('bold', text, { stream: process.stdout });
}
