import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type Ts from 'typescript-6';
import { createBuilder } from './builder.ts';
import { ts } from './modern.ts';
import { cellOptions } from './options.ts';
import { createWatchProgram, warmUp } from './warm-up.ts';

const folder = fileURLToPath(new URL('../../../notebooks', import.meta.url));
const cell = `${folder}/__tslab__.ts`;
const display = fileURLToPath(new URL('../../display/index.ts', import.meta.url));

/** A program over one cell that is not on disk, as tslab makes it. */
function programOf(cells: { text: string }) {
  const options = cellOptions({ module: ts.ModuleKind.ESNext, rootDir: folder });
  const silent = () => {};
  const host = ts.createWatchCompilerHost([cell], options, ts.sys, createBuilder, silent, silent);
  const { readFile, fileExists } = host;
  host.readFile = (name) => (name === cell ? cells.text : readFile(name));
  host.fileExists = (name) => name === cell || fileExists(name);
  let changed: Ts.FileWatcherCallback = () => {};
  host.watchFile = (name, callback) => {
    if (name === cell) changed = callback;
    return { close: () => undefined };
  };
  host.watchDirectory = () => ({ close: () => undefined });
  host.afterProgramCreate = silent;
  const watch = createWatchProgram(host);
  return {
    watch,
    write(text: string): Ts.BuilderProgram {
      cells.text = text;
      changed(cell, ts.FileWatcherEventKind.Changed);
      return watch.getProgram();
    },
  };
}

test('what lessons import is read and bound before a cell imports it, and not again', async () => {
  const { watch, write } = programOf({ text: 'export {};' });
  assert.equal(watch.getProgram().getSourceFile(display), undefined);
  let steps = 0;
  await warmUp(folder, async () => {
    steps += 1;
  });
  const warm = watch.getProgram().getSourceFile(display);
  assert(warm && 'locals' in warm && warm.locals, 'neither read nor bound');
  assert(steps > 100, 'the work was not cut into steps');

  const builder = write("import { notice } from 'workshop/display'; notice(5);");
  assert.equal(builder.getSourceFile(display), warm);
  const file = builder.getSourceFile(cell);
  assert(file);
  const errors = builder.getSemanticDiagnostics(file).map(({ messageText }) => messageText);
  assert.deepEqual(errors, [
    "Argument of type 'number' is not assignable to parameter of type 'string'.",
  ]);
  // Emitting a package would check all of it.
  assert.deepEqual(builder.getAllDependencies(file), [cell]);

  // A list of roots from outside, as after a cell that is a module, keeps what is warm.
  watch.updateRootFileNames([cell]);
  assert.equal(write('export {};').getSourceFile(display), warm);
});
