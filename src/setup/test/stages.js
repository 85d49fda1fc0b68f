import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTree, node26 } from '../tree.js';

/**
 * @typedef {{name: string, commands: readonly (readonly string[])[]}} CommandStage  counts by its last line "N passed, N failed", else as one a command
 * @typedef {{name: string, files: (file: string) => boolean, serial: boolean}} NodeTestStage  counts what node:test reports; `serial` runs one file at a time
 * @typedef {CommandStage | NodeTestStage} Stage
 */

const notebook = [node26, 'src/notebook/main.ts'];

const isUnit = (/** @type {string} */ file) => file.endsWith('.test.ts');
const isSystem = (/** @type {string} */ file) => file.endsWith('.system-test.ts');
const isCorpus = (/** @type {string} */ file) => file.startsWith('src/check/corpus/');

/** Everything that `npm test` runs, cheapest first: a type error is told in seconds, not after ten minutes. @type {readonly Stage[]} */
export const stages = [
  { name: 'types', commands: [[node26, 'node_modules/typescript-7/bin/tsc', '--noEmit']] },
  {
    name: 'lint',
    commands: [
      ['node_modules/.bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
      [...notebook, 'normalise', '--check'],
    ],
  },
  { name: 'unit', files: isUnit, serial: false },
  { name: 'asan', commands: [['make', '--no-print-directory', '-C', 'native', 'asan']] },
  { name: 'exercises', files: (file) => isSystem(file) && isCorpus(file), serial: true },
  // The exercises that the last commit changed; `npm run mutate` mutates them all.
  { name: 'mutants', commands: [[node26, 'src/mutate/main.ts', '--since', 'HEAD~1']] },
  { name: 'system', files: (file) => isSystem(file) && !isCorpus(file), serial: true },
  { name: 'lessons', commands: [[...notebook, 'run']] },
];

/**
 * The test files of a stage under src, relative to the top of the tree, in a stable order.
 * @param {NodeTestStage} stage
 */
export const filesOf = ({ files }) => sourcesIn('src').filter(files);

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  const entries = readdirSync(inTree(folder), { withFileTypes: true });
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}
