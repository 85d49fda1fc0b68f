import { parseArgs } from 'node:util';
import { normalise } from './commands/normalise.ts';
import { run } from './commands/run.ts';
import { printText, writeText } from './commands/text.ts';

const USAGE = `npm run notebook COMMAND
  run [NAME…] [--json] [--executed DIR]   execute lessons on fresh kernels; nothing is written to them
  normalise [--check] [NAME…]             bring notebooks into the form of the repository, or check it
  text NAME                               print a notebook as text
  text --write NAME < FILE                write a notebook from such a text
In such a text each cell stands under a line "#%% md" or "#%% code [tag, tag]". Tags of a cell:
  raises-exception, expect-stderr   it must raise an error, or write to stderr
  limit-300                         it may take 300 s instead of 120`;

async function main(argv: string[], signal: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      executed: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, ...names] = positionals;
  const [name] = names;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (command === 'run') {
    return run(names, { json: values.json, executed: values.executed, signal });
  }
  if (command === 'normalise') return normalise(names, values.check);
  if (command === 'text' && name && names.length === 1) {
    return values.write ? writeText(name) : printText(name);
  }
  console.error(USAGE);
  return 2;
}

/** Turns the first Ctrl-C or SIGTERM into an orderly end; a second one ends this process at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const [name, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(128 + number);
      process.exitCode = 128 + number;
      controller.abort(new Error('Interrupted: the lesson under way was stopped.'));
    });
  }
  return controller.signal;
}

const signal = interruption();
try {
  process.exitCode = await main(process.argv.slice(2), signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (!signal.aborted) process.exitCode = 2;
}
