import { chosenStages } from '../door/test-options.js';
import { whenInterrupted } from '../interrupt.js';
import { prepare } from '../prepare.js';
import { endStage, runStage } from './stage.js';
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
  for (const stage of chosen) {
    console.log(`\n== ${stage.name}`);
    whenInterrupted((signal) => {
      endStage();
      console.error(`\nStopped in ${stage.name}.\n${sumLine(results)}`);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
    results.push(await runStage(stage));
  }
  console.log(summary(results));
  return results.some((result) => result.failed > 0) ? 1 : 0;
}
