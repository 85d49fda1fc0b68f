import { solutionsOf, stateOf } from '../../check/index.ts';
import { answerHash, exerciseHash } from '../../check/learning/hashes.ts';
import { readProgress } from '../../check/learning/progress-file.ts';
import { exerciseFiles } from '../../course/paths.ts';
import { command } from '../command.ts';
import { exerciseNamed } from '../exercises-named.ts';

/** Shows the reference answer and the other right ones: after a pass, or when it is asked for with --yes. */
export const solution = command({
  name: 'solution',
  summary: 'Show the right answers to an exercise, once yours has passed or with --yes',
  usage: 'solution ID [--yes] [--json]',
  options: {
    yes: {
      type: 'boolean',
      short: 'y',
      description: 'show them although the exercise has not passed yet',
    },
    json: { type: 'boolean', description: 'print them as JSON' },
  },
  exitCodes: { 0: 'shown', 1: 'not shown: the exercise has not passed, and --yes was not given' },
  async run({ values, positionals }) {
    const id = exerciseNamed(positionals);
    const { progress, notice } = readProgress();
    if (notice !== null) console.error(notice);
    const files = exerciseFiles(id);
    const state = stateOf(progress.exercises[id], answerHash(files), exerciseHash(files));
    if (!state.startsWith('passed') && !values.yes) {
      console.error(
        `${id} has not passed yet. \`./workshop hint ${id}\` gives a hint; \`./workshop solution ${id} --yes\` shows the answer all the same.`,
      );
      return 1;
    }
    const solutions = solutionsOf(id);
    if (values.json) console.log(JSON.stringify(solutions, null, 2));
    else console.log(solutions.map(({ file, text }) => `// ${file}\n${text}`).join('\n'));
    return 0;
  },
});
