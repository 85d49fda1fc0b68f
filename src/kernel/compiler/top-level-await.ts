import type Ts from 'typescript-6';
import { ts } from './modern.ts';

const AWAIT_OUTSIDE_ASYNC = 1308;

/**
 * The diagnostics by which tslab recognises a cell that must run as an async function: one for each
 * await of the cell itself. Its fork of TypeScript reports them; a current one allows these awaits.
 */
export function topLevelAwaits(file: Ts.SourceFile): Ts.DiagnosticWithLocation[] {
  const found: Ts.DiagnosticWithLocation[] = [];
  const report = (start: number) =>
    found.push({
      file,
      start,
      length: 'await'.length,
      code: AWAIT_OUTSIDE_ASYNC,
      category: ts.DiagnosticCategory.Error,
      messageText: 'await at the top of a cell',
    });
  const walk = (node: Ts.Node): void => {
    if (startsAnotherBody(node)) return;
    if (ts.isAwaitExpression(node)) report(node.getStart(file));
    if (ts.isForOfStatement(node) && node.awaitModifier) report(node.awaitModifier.getStart(file));
    if (isAwaitUsing(node)) report(node.getStart(file));
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

function startsAnotherBody(node: Ts.Node): boolean {
  return (
    ts.isFunctionLike(node) ||
    ts.isClassStaticBlockDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isModuleDeclaration(node)
  );
}

function isAwaitUsing(node: Ts.Node): boolean {
  return (
    ts.isVariableDeclarationList(node) &&
    (node.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.AwaitUsing
  );
}
