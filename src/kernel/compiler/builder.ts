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
    for (const specifier of (from as WithImports).imports) {
      const imported = resolved(program, specifier, from);
      if (imported && !program.isSourceFileFromExternalLibrary(imported)) found.add(imported);
    }
  }
  return Array.from(found, ({ fileName }) => fileName);
}

function resolved(program: Ts.Program, specifier: Ts.StringLiteralLike, from: Ts.SourceFile) {
  const resolution = (program as WithResolutions).getResolvedModuleFromModuleSpecifier(
    specifier,
    from,
  );
  const name = resolution?.resolvedModule?.resolvedFileName;
  return name === undefined ? undefined : program.getSourceFile(name);
}
