import { checkOwn } from '../../check/check-own.ts';
import type { Verdict } from '../../check/verdict.ts';
import { exerciseIds } from '../../course/find.ts';
import { command } from '../command.ts';
import { exercisesNamed } from '../exercises-named.ts';

/** Checks exercises and prints a verdict for each. */
export const check = command({
  name: 'check',
  summary: 'Check your answer to one exercise, to several, or to all',
  usage: 'check [ID…] [--watch] [--json]',
  options: {
    watch: { type: 'boolean', short: 'w', description: 'check again whenever the file is saved' },
    json: {
      type: 'boolean',
      description: 'print the verdicts as a JSON array (a line each, with --watch)',
    },
    schema: { type: 'boolean', description: 'print the JSON Schema of what --json prints' },
  },
  details: [
    'ID is the path under exercises/ without .ts: 01-one-call/decode. The number or the words of',
    'the lesson may be left out: 01/decode, one-call/decode, decode. Without an ID all are checked.',
    'With --watch nothing moves on by itself: n and Enter goes on to the next exercise, q and Enter',
    'stops, and the exit code is then 0.',
  ].join('\n'),
  exitCodes: {
    0: 'pass, each of them',
    1: 'not yet',
    2: 'crashed',
    3: 'timed out',
    4: 'our fault: this machine or the checker; of several verdicts the highest code counts',
  },
  async run({ values, positionals, signal }) {
    if (values.schema) {
      const { verdictSchema } = await import('../../check/verdict.ts');
      console.log(JSON.stringify(verdictSchema(), null, 2));
      return 0;
    }
    const ids = positionals.length === 0 ? exerciseIds() : exercisesNamed(positionals);
    if (values.watch) {
      const { watchInTurn } = await import('../watch.ts');
      await watchInTurn(ids, values.json === true, signal);
      return 0;
    }
    return checkAll(ids, values.json === true, signal);
  },
});

async function checkAll(
  ids: readonly string[],
  json: boolean,
  signal: AbortSignal,
): Promise<number> {
  const verdicts: Verdict[] = [];
  for (const id of ids) {
    const { verdict, notice } = await checkOwn(id, { signal });
    if (signal.aborted) break;
    verdicts.push(verdict);
    if (!json) await print(verdict, verdicts.length > 1);
    if (notice !== null) console.error(notice);
  }
  if (json) console.log(JSON.stringify(verdicts, null, 2));
  const { exitCode } = await import('../../check/exit-codes.ts');
  return exitCode(verdicts.map(({ verdict }) => verdict));
}

async function print(verdict: Verdict, apart: boolean): Promise<void> {
  const { terminalStyle, terminalText } = await import('../../check/show/terminal.ts');
  console.log((apart ? '\n' : '') + terminalText(verdict, terminalStyle(process.stdout)));
}
