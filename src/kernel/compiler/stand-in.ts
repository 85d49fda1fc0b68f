import Module, { createRequire } from 'node:module';
import path from 'node:path';
import type Ts from 'typescript-6';
import { createBuilder } from './builder.ts';
import { internals, ts } from './modern.ts';
import { cellOptions, watchOptions } from './options.ts';
import { rememberEmit, rememberTranspile } from './positions.ts';
import { quickInfo } from './quick-info.ts';
import { expandShorthand } from './shorthand.ts';
import { topLevelAwaits } from './top-level-await.ts';
import { createWatchProgram } from './warm-up.ts';

const require = createRequire(import.meta.url);
const CELL = /__tslab__\.[tj]s$/;
type Builder = Ts.BuilderProgram;
let program: Ts.Program | undefined;

/** Every node_modules/@types from a folder upwards. */
function typeRoots(folder: string, host: { directoryExists(folder: string): boolean }): string[] {
  const here = path.join(folder, 'node_modules/@types');
  const above = path.dirname(folder);
  const rest = above === folder ? [] : typeRoots(above, host);
  return host.directoryExists(here) ? [here, ...rest] : rest;
}

/** The errors of the cell and of files beside it; what packages hold is not the cell's to mend. */
function diagnosticsOf(of: Ts.Program, files: readonly Ts.SourceFile[]): readonly Ts.Diagnostic[] {
  const found: Ts.Diagnostic[] = [...of.getOptionsDiagnostics(), ...of.getGlobalDiagnostics()];
  for (const file of files) {
    if (of.isSourceFileFromExternalLibrary(file)) continue;
    found.push(
      ...of.getSyntacticDiagnostics(file),
      ...of.getSemanticDiagnostics(file),
      ...of.getDeclarationDiagnostics(file),
    );
    if (CELL.test(file.fileName)) found.push(...topLevelAwaits(file));
  }
  return ts.sortAndDeduplicateDiagnostics(found);
}

function createWatchCompilerHost(
  files: string[],
  options: Ts.CompilerOptions,
  system: Ts.System,
  _createProgram: unknown,
  onDiagnostic: Ts.DiagnosticReporter,
  onStatus: Ts.WatchStatusReporter,
) {
  const host = ts.createWatchCompilerHost(
    files,
    cellOptions(options),
    system,
    createBuilder,
    onDiagnostic,
    onStatus,
    undefined,
    watchOptions,
  );
  // A file that appears beside the notebook (a save is enough) would set a timer, of which tslab bears one.
  host.watchDirectory = () => ({ close: () => undefined });
  let tslabs: ((builder: Builder) => void) | undefined;
  Object.defineProperty(host, 'afterProgramCreate', {
    set: (callback: typeof tslabs) => {
      tslabs = callback;
    },
    get: () => (builder: Builder) => {
      program = builder.getProgram();
      // tslab reads a cell's declared names before anything asks for types.
      for (const file of program.getSourceFiles()) {
        if (CELL.test(file.fileName)) internals.bindSourceFile(file, program.getCompilerOptions());
      }
      tslabs?.(withMaps(builder));
    },
  });
  return host;
}

/** A builder that keeps the source map of the cell instead of handing it to tslab. */
function withMaps(builder: Builder): Builder {
  return {
    ...builder,
    emit: (file, write, ...rest) =>
      builder.emit(
        file,
        (name, text, ...details) => {
          if (name.endsWith('__tslab__.js.map')) rememberEmit(text);
          else write?.(name, text, ...details);
        },
        ...rest,
      ),
  };
}

function visitEachChild(node: Ts.Node, visitor: Ts.Visitor, context: Ts.TransformationContext) {
  const expanded =
    visitor.name === 'wrapPrevIdentifier' && program
      ? expandShorthand(node, program.getTypeChecker())
      : undefined;
  return expanded ?? ts.visitEachChild(node, visitor, context);
}

/** A cell's functions are sloppy scripts, as on stock tslab; its own "use strict" would be lost. */
function transpileModule(source: string, options: Ts.TranspileOptions): Ts.TranspileOutput {
  const compilerOptions = cellOptions(options.compilerOptions ?? {});
  compilerOptions.module = ts.ModuleKind.CommonJS;
  const result = ts.transpileModule(source, { ...options, compilerOptions });
  if (result.sourceMapText) rememberTranspile(result.sourceMapText);
  const outputText = result.outputText
    .replace(/^"use strict";/, '')
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '');
  return { ...result, outputText };
}

const standIn = {
  ...ts,
  createWatchCompilerHost,
  createWatchProgram,
  getDefaultTypeRoots: typeRoots,
  getNullTransformationContext: () => internals.nullTransformationContext,
  getPreEmitDiagnosticsOfFiles: diagnosticsOf,
  getQuickInfoAtPosition: quickInfo,
  transpileModule,
  visitEachChild,
  Completions: {
    ...internals.Completions,
    getCompletionsAtPositionForTslab: (...args: readonly unknown[]) =>
      internals.Completions.getCompletionsAtPosition(...args, undefined),
  },
};

/** Puts TypeScript 6 in the place of the fork that tslab requires; must run before tslab loads. */
export function injectCompiler(): void {
  const fork = createRequire(require.resolve('tslab')).resolve('@tslab/typescript-for-tslab');
  const module = new Module(fork);
  module.exports = standIn;
  module.filename = fork;
  module.loaded = true;
  require.cache[fork] = module;
}
