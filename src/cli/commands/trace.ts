import { command, UsageError } from '../command.ts';

/** Traces a command from its birth, or reads a recording, and prints what happened. */
export const trace = command({
  name: 'trace',
  summary: 'Show what a command asks of the kernel, or what a recording holds',
  usage:
    'trace [--json] [--save FILE] [--inject FAULT] -- COMMAND … | trace [--json] --recording FILE',
  options: {
    json: { type: 'boolean', description: 'print {"events", "byKind", "notUnderstood"} as JSON' },
    recording: {
      type: 'string',
      value: 'FILE',
      description: 'read this output of strace -f -ttt -T -y (or .gz) instead of running a command',
    },
    save: { type: 'string', value: 'FILE', description: 'keep the whole trace in this file' },
    inject: {
      type: 'string',
      value: 'FAULT',
      description: 'let calls fail, such as clone,clone3,vfork,fork:error=ENOMEM',
    },
  },
  details: [
    'The command runs in this terminal as it would without us; with --json its output goes to',
    'stderr. How it ends is part of the report and not our exit code.',
  ].join('\n'),
  exitCodes: {
    0: 'the trace was made or read, however the command ended',
    1: 'no trace could be made or read',
  },
  async run({ values, positionals, signal }) {
    const { json = false, recording, save, inject } = values;
    if (recording !== undefined && ((positionals.length > 0 || save) ?? inject)) {
      throw new UsageError('A recording is only read: leave out the command, --save and --inject.');
    }
    if (recording === undefined && positionals.length === 0) {
      throw new UsageError('Name a command after --, such as `./workshop trace -- ls -l`.');
    }
    const { brief, readInTerminal, report, traceInTerminal } = await import(
      '../../trace/terminal/index.ts'
    );
    const output = json ? 'to-stderr' : 'inherit';
    const summary =
      recording === undefined
        ? await traceInTerminal(positionals, { inject, signal, save, output })
        : await readInTerminal(recording);
    console.log(json ? JSON.stringify(brief(summary)) : report(summary, process.stdout.columns));
    return 0;
  },
});
