import type Ts from 'typescript-6';
import { ts } from './modern.ts';

// Both are kept by every program, and missing from TypeScript's declarations.
type WithImports = Ts.SourceFile & { imports: readonly Ts.StringLiteralLike[] };
type WithResolutions = Ts.Program & {
  getResolvedModuleFromModuleSpecifier(
    specifier: Ts.StringLiteralLike,
    from: Ts.SourceFile,
  ): Ts.ResolvedModuleWithFailedLookupLocations | undefined;
};

/**
 * Builds the program of a cell. TypeScript's own incremental builders keep a graph of which file affects
 * which, and bind and resolve every file of every package for it, twice a cell. Nothing here reads it.
 */
export const createBuilder: Ts.CreateProgram<Ts.BuilderProgram> = (roots, options, host, old) => {
  const builder = ts.createAbstractBuilder(roots, options, host, old);
  return {
    ...builder,
    getAllDependencies: (file) => ownFiles(builder.getProgram(), file),
  };
};

/**
 * The file and what it imports of the learner's own, directly or not. Packages stay out: tslab emits
 * what it is told here, and emitting a package checks all of it, although Node loads it by itself.
 */
function ownFiles(program: Ts.Program, file: Ts.SourceFile): string[] {
  const found = new Set([file]);
  for (const from of found) {
    for (const name of importsOf(program, from)) {
      const imported = name === undefined ? undefined : program.getSourceFile(name);
      if (imported && !program.isSourceFileFromExternalLibrary(imported)) found.add(imported);
    }
  }
  return Array.from(found, ({ fileName }) => fileName);
}

/** Whether a file imports a module that was not found. */
export function unresolved(program: Ts.Program, file: Ts.SourceFile): boolean {
  return importsOf(program, file).includes(undefined);
}

/** The files that stand behind a file's imports, undefined where none was found. */
function importsOf(program: Ts.Program, from: Ts.SourceFile): (string | undefined)[] {
  return (from as WithImports).imports.map((specifier) => {
    const found = (program as WithResolutions).getResolvedModuleFromModuleSpecifier(
      specifier,
      from,
    );
    return found?.resolvedModule?.resolvedFileName;
  });
}
