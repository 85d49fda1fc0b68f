import { chooseHint, runCheck } from '../../check/index.ts';
import { readProgress } from '../../check/learning/progress-file.ts';
import { recordHint } from '../../check/learning/record.ts';
import { terminalStyle } from '../../check/show/terminal.ts';
import { wrap } from '../../check/show/wrap.ts';
import { command } from '../command.ts';
import { exerciseNamed } from '../exercises-named.ts';

/** Shows the hint that fits how the answer fails now, or the next one up. */
export const hint = command({
  name: 'hint',
  summary: 'Give a hint that fits how your answer fails, a stronger one each time',
  usage: 'hint ID [--json]',
  options: { json: { type: 'boolean', description: 'print the hint as JSON' } },
  details:
    'There are three hints for each exercise: one points, one explains, one nearly tells. Your answer is\nchecked first; when it fails as a known wrong answer does, the hint that fits that one comes first.',
  exitCodes: { 0: 'there was a hint' },
  async run({ values, positionals, signal }) {
    const id = exerciseNamed(positionals);
    const { progress, notice } = readProgress();
    const verdict = await runCheck(id, { signal });
    if (signal.aborted) return 1;
    const before = progress.exercises[id]?.hint ?? 0;
    const chosen = chooseHint(id, verdict, before);
    const remark = recordHint(id, chosen.rung) ?? notice;
    if (values.json) {
      console.log(JSON.stringify(chosen, null, 2));
      return 0;
    }
    const width = terminalStyle(process.stdout).columns;
    const lines = [
      `Hint ${chosen.rung} of 3 for ${id}`,
      ...(verdict.verdict === 'pass' ? ['Your answer passes already.'] : []),
      ...(chosen.misconception === null
        ? []
        : [`An answer like yours believes: ${chosen.misconception}`]),
      chosen.text,
      ...(chosen.rung === 3 && before === 3
        ? [`There is no stronger hint: \`./workshop solution ${id} --yes\` shows the answer.`]
        : []),
    ];
    console.log(
      lines
        .flatMap((line) => [...wrap(line, width), ''])
        .join('\n')
        .trimEnd(),
    );
    if (remark !== null) console.error(remark);
    return 0;
  },
});
