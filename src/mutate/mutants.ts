import ts from 'typescript-6';
import { type Mutant, mutantOf } from './edits.ts';
import { OPERATORS } from './operators.ts';

/** Every program that differs from the source by one small mistake, in the order of its lines; none twice. */
export function mutants(source: string): Mutant[] {
  const file = ts.createSourceFile('answer.ts', source, ts.ScriptTarget.ESNext, true);
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    if (saysNothingAtRunTime(node)) return;
    for (const edit of OPERATORS.flatMap((operator) => operator(node, file))) {
      const mutant = mutantOf(source, edit);
      if (mutant.text !== source && !found.has(mutant.text)) found.set(mutant.text, mutant);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
}

/** Imports, types and interfaces: a mistake in them is the compiler's to find. */
function saysNothingAtRunTime(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isTypeNode(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node)
  );
}
