import { update as bringUpToDate } from '../../update/index.ts';
import { command } from '../command.ts';

/** Brings the course up to date without losing an edit. */
export const update = command({
  name: 'update',
  summary: 'Bring the course up to date, keeping what you have edited',
  usage: 'update',
  options: {},
  details: `A file that both you and the course have changed is kept beside the new one, decode.ts as decode.mine.ts,
and named here. Your other edits stay where they are, and so does your progress.`,
  exitCodes: { 0: 'up to date', 1: 'not updated; nothing of yours was changed' },
  async run({ signal }) {
    const outcome = await bringUpToDate({ signal });
    if (outcome.status === 'refused') {
      console.error(outcome.sentence);
      return 1;
    }
    console.log(outcome.sentence);
    if (outcome.status === 'updated' && outcome.kept.length > 0) {
      console.log('\nBoth you and the course have changed these; yours are kept:');
      for (const { file, keptAs } of outcome.kept) console.log(`  ${file}  yours: ${keptAs}`);
      console.log('\nCompare the two, and copy over what you want to go on with.');
    }
    return 0;
  },
});
