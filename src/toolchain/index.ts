export { type Compilation, type Compiled, CompileError, compile, KEPT_SOURCE } from './compile.ts';
export type { Diagnostic } from './diagnostics.ts';
export { drawStruct, structHtml } from './draw-struct.ts';
export {
  type Dependencies,
  dependencies,
  type LibrarySymbol,
  type LibrarySymbols,
  symbols,
} from './library.ts';
export { sanitizerLibrary } from './sanitizer.ts';
export { type StructLayout, type StructPart, structLayout } from './struct-layout.ts';
export { whereFound } from './where-found.ts';
