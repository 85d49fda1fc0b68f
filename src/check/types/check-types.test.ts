import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { compileAnswer } from './check-types.ts';
import { typeProblems } from './type-problems.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'types-test-')));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
const stub = join(folder, 'stub.ts');
writeFileSync(
  stub,
  'export function twice(n: number): number {\n  throw new Error(String(n));\n}\n',
);

async function problemsOf(source: string) {
  const answer = join(folder, 'answer.ts');
  writeFileSync(answer, source);
  const { output } = await compileAnswer(answer, stub);
  assert.ok(output !== undefined, 'the compiler is not installed');
  return typeProblems(output, answer, 'answer.ts').map(({ place, plain }) => [place?.line, plain]);
}

test('an answer with the types of the stub has no problem, and may use less than it is given', async () => {
  assert.deepEqual(await problemsOf('export const twice = (n: number): number => 2 * n;\n'), []);
  assert.deepEqual(await problemsOf('export function twice(n: number) { return 4; }\n'), []);
});

test('a wrong type is told by its line, in plain words', async () => {
  assert.deepEqual(
    await problemsOf("export function twice(n: number): number {\n  return '4' + n;\n}\n"),
    [[2, 'This is a string, and a number is needed here.']],
  );
});

test('exports that are not those of the stub are told without a line', async () => {
  assert.deepEqual(await problemsOf('export const thrice = 3;\n'), [
    [undefined, 'The file does not export twice: the test looks for it under this name.'],
  ]);
  const [problem] = await problemsOf(
    'export function twice(n: number): string { return String(n); }\n',
  );
  assert.match(String(problem?.[1]), /^twice does not have the type that the stub declares\./);
});

test('no file is left behind', () => {
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith('workshop-types-'));
  assert.deepEqual(
    left.filter((name) => readdirSync(join(tmpdir(), name)).length === 0),
    [],
  );
});
