import { node26 } from '../tree.js';

/**
 * @typedef {{name: string, commands: readonly (readonly string[])[]}} CommandStage  counts by its last line "N passed, N failed", else as one
 * @typedef {{name: string, files: string, serial: boolean}} NodeTestStage  counts what node:test reports
 * @typedef {CommandStage | NodeTestStage} Stage
 */

const notebook = [node26, 'src/notebook/main.ts'];

/** Everything that `npm test` runs, cheapest first: a type error is told in a second, not after ten minutes. @type {readonly Stage[]} */
export const stages = [
  { name: 'types', commands: [[node26, 'node_modules/typescript-7/bin/tsc', '--noEmit']] },
  {
    name: 'lint',
    commands: [
      ['node_modules/.bin/biome', 'ci', '--error-on-warnings', '.'],
      [...notebook, 'normalise', '--check'],
    ],
  },
  { name: 'unit', files: 'src/**/*.test.ts', serial: false },
  { name: 'system', files: 'src/**/*.system-test.ts', serial: true },
  { name: 'lessons', commands: [[...notebook, 'run']] },
];
