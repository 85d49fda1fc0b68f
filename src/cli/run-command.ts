import { parseArgs } from 'node:util';
import { nearest } from '../course/nearest.ts';
import { temporaryFolderTrouble } from '../course/temporary-folder.ts';
import { type Command, UsageError } from './command.ts';
import { COMMANDS } from './commands.ts';
import { onInterrupt } from './interrupt.ts';

const USAGE = 64;

/** Runs one command line and resolves to its exit code. Whatever goes wrong becomes one sentence on stderr. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const { help, overview } = await import('./help.ts');
    const about = COMMANDS[rest[0] ?? ''];
    console.log(about === undefined ? await overview() : help(await about()));
    return name === undefined ? USAGE : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    const [closest] = nearest(name, Object.keys(COMMANDS));
    const instead = closest === undefined ? '' : ` Did you mean ${closest}?`;
    console.error(`There is no command "${name}".${instead} \`./workshop help\` lists them all.`);
    return USAGE;
  }
  return runCommand(await load(), rest);
}

async function runCommand(command: Command, args: string[]): Promise<number> {
  const interrupt = onInterrupt();
  try {
    const { values, positionals } = parse(command, args);
    if (values.help === true) {
      const { help } = await import('./help.ts');
      console.log(help(command));
      return 0;
    }
    const code = await command.run({ values, positionals, signal: interrupt.signal });
    return interrupt.exitCode() ?? code;
  } catch (error) {
    if (interrupt.signal.aborted) return interrupt.exitCode() ?? 1;
    if (error instanceof UsageError) {
      console.error(
        `${error.message}\n\`./workshop ${command.name} --help\` says what can be asked.`,
      );
      return USAGE;
    }
    const message = error instanceof Error ? error.message : String(error);
    console.error(temporaryFolderTrouble() ?? message);
    return 1;
  } finally {
    interrupt.dispose();
  }
}

function parse(command: Command, args: string[]): ReturnType<typeof parseArgs> {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } as const };
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(unknownOption(args, options) ?? message);
  }
}

function unknownOption(args: readonly string[], options: object): string | undefined {
  const names = Object.keys(options).map((name) => `--${name}`);
  const unknown = args
    .slice(0, args.includes('--') ? args.indexOf('--') : undefined)
    .map((arg) => arg.split('=')[0] ?? '')
    .find((arg) => arg.startsWith('--') && !names.includes(arg));
  if (unknown === undefined) return undefined;
  const [closest] = nearest(unknown, names);
  return `There is no option ${unknown}.${closest === undefined ? '' : ` Did you mean ${closest}?`}`;
}
