import { ts } from './modern.ts';

const NOT_WATCHED = ['**/node_modules', '**/src'];

/** tslab's own options with the language of today: strict, package exports, .ts imports, using. */
export function cellOptions(stock: import('typescript-6').CompilerOptions) {
  const {
    disableTopLevelAwait: _await,
    noImplicitUseStrict: _strict,
    ...kept
  } = stock as Record<string, unknown>;
  return {
    ...kept,
    target: ts.ScriptTarget.ESNext,
    lib: ['lib.esnext.d.ts'],
    types: ['node'],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    strict: true,
    sourceMap: true,
    // Only with this does the compiler accept imports that end in .ts while it emits.
    rewriteRelativeImportExtensions: true,
    allowImportingTsExtensions: true,
  } as import('typescript-6').CompilerOptions;
}

/** Installed packages and the workshop's sources do not change while a kernel lives. */
export const watchOptions = { excludeDirectories: NOT_WATCHED };
