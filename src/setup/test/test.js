import { chosenStages } from '../door/test-options.js';
import { whenInterrupted } from '../interrupt.js';
import { prepare } from '../prepare.js';
import { endFollowed } from './follow.js';
import { runStage } from './stage.js';
import { stages } from './stages.js';
import { sumLine, summary } from './summary.js';

/** `npm test [-- STAGE…]`: sets up, runs the stages in order and prints the sum. Returns the exit code. @param {string[]} args */
export async function test(args) {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(
      `npm test [-- STAGE…]   sets up, then runs ${stages.map((stage) => stage.name).join(', ')}`,
    );
    return 0;
  }
  const chosen = chosenStages(args, stages);
  await prepare({ out: process.stdout, browser: chosen.some((stage) => stage.name === 'system') });
  /** @type {import('./stage.js').StageResult[]} */
  const results = [];
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy;
  whenInterrupted((signal) => {
    stoppedBy = signal;
    endFollowed();
  });
  for (const stage of chosen) {
    console.log(`\n== ${stage.name}`);
    results.push(await runStage(stage));
    if (stoppedBy) {
      console.log(`\nStopped in ${stage.name}.\n${sumLine(results)}`);
      return stoppedBy === 'SIGINT' ? 130 : 143;
    }
  }
  console.log(summary(results));
  return results.some((result) => result.failed > 0) ? 1 : 0;
}
