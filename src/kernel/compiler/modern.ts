import { createRequire } from 'node:module';
import type Ts from 'typescript-6';

const require = createRequire(import.meta.url);

/** The compiler of every cell: TypeScript 6, where stock tslab has a fork of 5.0.4. */
export const ts: typeof Ts = require('typescript-6');

/** What TypeScript keeps to itself and tslab's converter needs; 6.0.3 is pinned exactly for this. */
type Internals = {
  bindSourceFile(file: Ts.SourceFile, options: Ts.CompilerOptions): void;
  nullTransformationContext: Ts.TransformationContext;
  getTouchingPropertyName(file: Ts.SourceFile, position: number): Ts.Node;
  getContainerNode(node: Ts.Node): Ts.Node | undefined;
  createTextSpanFromNode(node: Ts.Node, file: Ts.SourceFile): Ts.TextSpan;
  SymbolDisplay: {
    getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker: Ts.TypeChecker,
      symbol: Ts.Symbol,
      file: Ts.SourceFile,
      container: Ts.Node | undefined,
      node: Ts.Node,
    ): {
      displayParts: Ts.SymbolDisplayPart[];
      documentation: Ts.SymbolDisplayPart[];
      symbolKind: Ts.ScriptElementKind;
      tags?: Ts.JSDocTagInfo[];
    };
  };
  Completions: { getCompletionsAtPosition(...args: readonly unknown[]): unknown };
};
export const internals = ts as unknown as Internals;
