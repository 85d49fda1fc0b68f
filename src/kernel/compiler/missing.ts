import type Ts from 'typescript-6';
import { unresolved } from './builder.ts';

type Watch = Ts.WatchOfFilesAndCompilerOptions<Ts.BuilderProgram>;
type IsInvalid = (path: Ts.Path) => boolean;
type WithPath = Ts.SourceFile & { path: Ts.Path };
// Every watching compiler has these, and TypeScript's declarations leave them out.
type WithResolutions = Watch & {
  getCurrentProgram(): Ts.BuilderProgram;
  getResolutionCache(): {
    removeResolutionsOfFile(path: Ts.Path): void;
    createHasInvalidatedResolutions(isInvalid: IsInvalid, isLibraryInvalid: unknown): unknown;
  };
};

/**
 * Looks again, for every program, for the modules that the learner's files could not find before. They
 * may have been saved a moment later, and nothing tells the compiler that a file has appeared.
 */
export function retryMissing(watch: Watch): void {
  const { getCurrentProgram, getResolutionCache } = watch as WithResolutions;
  const cache = getResolutionCache();
  const { createHasInvalidatedResolutions: create } = cache;
  cache.createHasInvalidatedResolutions = (isInvalid, isLibraryInvalid) => {
    const retried = new Set<Ts.Path>();
    const program = getCurrentProgram().getProgram();
    for (const file of program.getSourceFiles() as readonly WithPath[]) {
      if (file.isDeclarationFile || program.isSourceFileFromExternalLibrary(file)) continue;
      if (unresolved(program, file)) retried.add(file.path);
    }
    for (const path of retried) cache.removeResolutionsOfFile(path);
    return create((path) => retried.has(path) || isInvalid(path), isLibraryInvalid);
  };
}
