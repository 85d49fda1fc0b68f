import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutants } from './mutants.ts';

const changes = (source: string) => mutants(source).map(({ after }) => after);

test('operators, conditions and literals are exchanged', () => {
  assert.deepEqual(changes('if (a < 1) b = !c;'), [
    'if (true) b = !c;',
    'if (false) b = !c;',
    ';',
    'if (a <= 1) b = !c;',
    'if (a >= 1) b = !c;',
    'if (a < 2) b = !c;',
    'if (a < 0) b = !c;',
    'if (a < 1) ;',
    'if (a < 1) b = c;',
  ]);
});

test('arguments are left out and exchanged, calls and awaits removed', () => {
  const found = changes('x = await list.find(a, b);');
  for (const after of [
    'x = list.find(a, b);',
    'x = await list.find(b);',
    'x = await list.find(a);',
    'x = await list.find(b, a);',
    'x = await list;',
    'x = await list.findLast(a, b);',
  ]) {
    assert.ok(found.includes(after), after);
  }
});

test('types and imports are left to the compiler', () => {
  assert.deepEqual(changes("import a from 'a';\ntype B = 'b' | 1;\ninterface C { d: 2 }"), []);
});

test('a mutant names its line and differs from its source and from all others', () => {
  const line = `return n > 0 ? 'more' : \`\${n}!\`;`;
  const source = `export function f(n: number) {\n  ${line}\n}\n`;
  const made = mutants(source);
  assert.ok(made.length > 8);
  assert.deepEqual(new Set(made.map(({ line }) => line)), new Set([2]));
  assert.equal(new Set(made.map(({ text }) => text)).size, made.length);
  for (const { text, before } of made) {
    assert.notEqual(text, source);
    assert.equal(before, line);
  }
});

test('a change over several lines is shown on one', () => {
  const removed = mutants('if (a) {\n  b();\n}\n').find(({ after }) => after === ';');
  assert.equal(removed?.before, 'if (a) { b(); }');
});
