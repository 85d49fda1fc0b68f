import type Ts from 'typescript-6';
import { internals, ts } from './modern.ts';

/** What stands at a position: signature, documentation and tags, as an editor shows on hover. */
export function quickInfo(
  file: Ts.SourceFile,
  checker: Ts.TypeChecker,
  _cancellation: unknown,
  position: number,
): Ts.QuickInfo | undefined {
  const node = internals.getTouchingPropertyName(file, position);
  if (node === file) return undefined;
  const textSpan = internals.createTextSpanFromNode(node, file);
  const symbol = checker.getSymbolAtLocation(node);
  if (!symbol) {
    const text = checker.typeToString(checker.getTypeAtLocation(node));
    return {
      kind: ts.ScriptElementKind.unknown,
      kindModifiers: '',
      textSpan,
      displayParts: [{ text, kind: 'text' }],
    };
  }
  const container = internals.getContainerNode(node);
  const found = internals.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
    checker,
    symbol,
    file,
    container,
    node,
  );
  return {
    kind: found.symbolKind,
    kindModifiers: '',
    textSpan,
    displayParts: found.displayParts,
    documentation: found.documentation,
    ...(found.tags && { tags: found.tags }),
  };
}
