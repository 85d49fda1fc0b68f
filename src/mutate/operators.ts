import ts from 'typescript-6';
import type { Edit } from './edits.ts';

/** The replacements for one node of the syntax tree; each is one small mistake. */
export type Operator = (node: ts.Node, source: ts.SourceFile) => Edit[];

function replace(node: ts.Node, source: ts.SourceFile, ...texts: string[]): Edit[] {
  const [start, end] = [node.getStart(source), node.getEnd()];
  const was = source.text.slice(start, end);
  return texts.filter((text) => text !== was).map((text) => ({ start, end, text }));
}

const BINARY: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '+=': ['-='],
  '-=': ['+='],
  '??=': ['='],
};

/** `===` for `!==`, `<` for `<=`, `&&` for `||`, `+` for `-` … */
const binary: Operator = (node, source) =>
  ts.isBinaryExpression(node)
    ? replace(node.operatorToken, source, ...(BINARY[node.operatorToken.getText(source)] ?? []))
    : [];

/** `x` for `!x` and `-x`, `++` for `--`, `x` for `await x`, `.` for `?.`. */
const unary: Operator = (node, source) => {
  if (ts.isPrefixUnaryExpression(node)) {
    const operand = node.operand.getText(source);
    if (node.operator === ts.SyntaxKind.PlusPlusToken) return replace(node, source, `--${operand}`);
    if (node.operator === ts.SyntaxKind.MinusMinusToken)
      return replace(node, source, `++${operand}`);
    return replace(node, source, operand);
  }
  if (ts.isPostfixUnaryExpression(node)) {
    const other = node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : '++';
    return replace(node, source, `${node.operand.getText(source)}${other}`);
  }
  if (ts.isAwaitExpression(node)) return replace(node, source, node.expression.getText(source));
  if (ts.isQuestionDotToken(node)) return replace(node, source, '.');
  return [];
};

/** One more and one less, the other truth, no text and longer text, a pattern without its anchors. */
const literal: Operator = (node, source) => {
  const was = node.getText(source);
  if (ts.isNumericLiteral(node)) {
    const value = Number(was.replaceAll('_', ''));
    return replace(node, source, String(value + 1), String(value - 1));
  }
  if (ts.isBigIntLiteral(node)) {
    const value = BigInt(was.slice(0, -1).replaceAll('_', ''));
    return replace(node, source, `${value + 1n}n`, `${value - 1n}n`);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return replace(node, source, 'false');
  if (node.kind === ts.SyntaxKind.FalseKeyword) return replace(node, source, 'true');
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    const longer = `${was.slice(0, -1)}x${was.slice(-1)}`;
    return replace(node, source, ...(node.text === '' ? [longer] : ["''", longer]));
  }
  if (ts.isRegularExpressionLiteral(node)) {
    const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(was) ?? [];
    const loose = pattern.replace(/^\^/, '').replace(/\$$/, '');
    return replace(node, source, `/${loose}/${flags}`, ...(flags ? [`/${pattern}/`] : []));
  }
  if (ts.isTemplateHead(node) && was !== '`${') return replace(node, source, '`${');
  if (ts.isTemplateMiddle(node) && was !== '}${') return replace(node, source, '}${');
  if (ts.isTemplateTail(node) && was !== '}`') return replace(node, source, '}`');
  return [];
};

/** A condition that always holds, and one that never does. */
const condition: Operator = (node, source) => {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    return replace(node.expression, source, 'true', 'false');
  }
  if (ts.isConditionalExpression(node)) return replace(node.condition, source, 'true', 'false');
  if (ts.isForStatement(node) && node.condition) return replace(node.condition, source, 'false');
  return [];
};

/** A statement that is not there; declarations and returns are left, for the compiler would refuse their absence. */
const statement: Operator = (node, source) => {
  const removable =
    ts.isExpressionStatement(node) ||
    ts.isBreakStatement(node) ||
    ts.isContinueStatement(node) ||
    ts.isThrowStatement(node) ||
    ts.isIfStatement(node) ||
    ts.isForOfStatement(node) ||
    (ts.isReturnStatement(node) && node.expression === undefined);
  return removable ? replace(node, source, ';') : [];
};

/** An argument, element or property left out; two neighbours exchanged. */
const list: Operator = (node, source) => {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    return withoutAndSwapped(node.arguments ?? [], source);
  }
  if (ts.isArrayLiteralExpression(node)) return withoutAndSwapped(node.elements, source);
  if (ts.isArrayBindingPattern(node)) return withoutAndSwapped(node.elements, source).slice(-1);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.map((_, at) => without(node.properties, at, source));
  }
  return [];
};

function withoutAndSwapped(nodes: readonly ts.Node[], source: ts.SourceFile): Edit[] {
  const swaps = nodes.slice(1).map((second, at) => {
    const first = nodes[at] ?? second;
    const [start, end] = [first.getStart(source), second.getEnd()];
    const between = source.text.slice(first.getEnd(), second.getStart(source));
    const text = second.getText(source) + between + first.getText(source);
    return { start, end, text };
  });
  return [...nodes.map((_, at) => without(nodes, at, source)), ...swaps];
}

function without(nodes: readonly ts.Node[], at: number, source: ts.SourceFile): Edit {
  const [before, node, after] = [nodes[at - 1], nodes[at], nodes[at + 1]];
  const start = after === undefined && before ? before.getEnd() : (node?.getStart(source) ?? 0);
  const end = after === undefined ? (node?.getEnd() ?? 0) : after.getStart(source);
  return { start, end, text: '' };
}

/** A call in a chain left out: `list` for `list.filter(…)`; an arrow function that gives nothing. */
const call: Operator = (node, source) => {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return replace(node, source, node.expression.expression.getText(source));
  }
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
    return replace(node.body, source, 'undefined');
  }
  return [];
};

const NAMES: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  push: 'unshift',
  add: 'delete',
  stdout: 'stderr',
  stderr: 'stdout',
  pid: 'ppid',
  ppid: 'pid',
  code: 'signal',
};

/** The member next to the one that was meant: `stderr` for `stdout`, `every` for `some`. */
const member: Operator = (node, source) => {
  if (!ts.isPropertyAccessExpression(node)) return [];
  const other = NAMES[node.name.text];
  return other === undefined ? [] : replace(node.name, source, other);
};

/** Every kind of mistake. */
export const OPERATORS: readonly Operator[] = [
  binary,
  unary,
  literal,
  condition,
  statement,
  list,
  call,
  member,
];
