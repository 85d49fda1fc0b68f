import type Ts from 'typescript-6';
import { ts } from './modern.ts';

const EARLIER_CELLS = '__prev__.d.ts';

/**
 * A visitor's step that writes `{ a }` as `{ a: exports.a }` when `a` belongs to an earlier cell.
 * tslab replaces identifiers by their own symbol, and that of a shorthand is the property's.
 */
export function expandShorthand(node: Ts.Node, checker: Ts.TypeChecker): Ts.Node | undefined {
  if (!ts.isShorthandPropertyAssignment(node)) return undefined;
  const original = ts.getParseTreeNode(node);
  const symbol = original && checker.getShorthandAssignmentValueSymbol(original);
  const earlier = symbol?.declarations?.some((declaration) =>
    declaration.getSourceFile().fileName.endsWith(EARLIER_CELLS),
  );
  if (!earlier) return node;
  const { factory } = ts;
  const value = factory.createPropertyAccessExpression(
    factory.createIdentifier('exports'),
    node.name.text,
  );
  // A destructuring assignment's default, ({ a = 1 } = x), stays with its target.
  const initializer = node.objectAssignmentInitializer;
  const target = initializer ? factory.createAssignment(value, initializer) : value;
  return factory.createPropertyAssignment(node.name.text, target);
}
