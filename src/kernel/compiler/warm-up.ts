import { createRequire } from 'node:module';
import { posix } from 'node:path';
import type Ts from 'typescript-6';
import { retryMissing } from './missing.ts';
import { internals, ts } from './modern.ts';

const require = createRequire(import.meta.url);
const workshop: { exports: Record<string, string> } = require('../../package.json');

// What lessons import, a piece a step, for a cell that comes meanwhile waits for the step to end.
const MODULES = [
  'execa',
  'koffi',
  'zod',
  'plotly.js',
  ...Object.keys(workshop.exports).map((name) => posix.join('workshop', name)),
];
const ROOT = /\/__warm(\d+)__\.d\.ts$/;

type Host = Ts.WatchCompilerHostOfFilesAndCompilerOptions<Ts.BuilderProgram>;

let watch: Ts.WatchOfFilesAndCompilerOptions<Ts.BuilderProgram> | undefined;
let cells: readonly string[] = [];
let warm: readonly string[] = [];

/** tslab's program, to which modules can be added that no cell has imported yet. */
export function createWatchProgram(host: Host): NonNullable<typeof watch> {
  const { readFile, fileExists, watchFile } = host;
  // Each module is imported by a file of its own, which exists for the compiler only.
  host.fileExists = (name) => ROOT.test(name) || fileExists(name);
  host.readFile = (name, ...rest) => {
    const number = ROOT.exec(name)?.[1];
    return number === undefined
      ? readFile(name, ...rest)
      : `import '${MODULES[Number(number)]}';\n`;
  };
  host.watchFile = (name, ...rest) =>
    ROOT.test(name) ? { close: () => undefined } : watchFile(name, ...rest);
  cells = host.rootFiles;
  const created = ts.createWatchProgram(host);
  retryMissing(created);
  watch = {
    ...created,
    updateRootFileNames: (names) => {
      cells = names;
      created.updateRootFileNames([...cells, ...warm]);
    },
  };
  return watch;
}

/**
 * Reads, parses and binds what lessons import before a cell does: that is most of what the first import
 * costs, and a learner waits for it. `pause` resolves when the next step may be taken.
 */
export async function warmUp(folder: string, pause: () => Promise<void>): Promise<void> {
  for (const number of MODULES.keys()) {
    await pause();
    warm = [...warm, posix.join(folder, `__warm${number}__.d.ts`)];
    watch?.updateRootFileNames([...cells]);
    const program = watch?.getProgram().getProgram();
    for (const file of program?.getSourceFiles() ?? []) {
      if ('locals' in file && file.locals) continue;
      await pause();
      internals.bindSourceFile(file, program?.getCompilerOptions() ?? {});
    }
  }
}
