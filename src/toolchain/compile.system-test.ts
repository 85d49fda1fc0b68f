import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CompileError, compile } from './compile.ts';

const state = mkdtempSync(join(tmpdir(), 'state-'));
process.env.WORKSHOP_STATE = state;
after(() => rmSync(state, { recursive: true, force: true }));

const HELLO = '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n';

test('compiles a program that runs', async () => {
  const { path, warnings } = await compile({ source: HELLO, kind: 'program' });
  assert.equal(execFileSync(path, { encoding: 'utf8' }), 'hello\n');
  assert.deepEqual(warnings, []);
});

test('the same source is compiled once, other flags make another result', async () => {
  const first = await compile({ source: HELLO, kind: 'program' });
  const { mtimeMs } = statSync(first.path);
  const again = await compile({ source: HELLO, kind: 'program' });
  const other = await compile({ source: HELLO, kind: 'program', flags: ['-O2'] });
  assert.equal(again.path, first.path);
  assert.equal(statSync(again.path).mtimeMs, mtimeMs);
  assert.notEqual(other.path, first.path);
});

test('a changed header beside the file is seen', async () => {
  const file = join(state, 'answer.c');
  const header = join(state, 'answer.h');
  writeFileSync(file, '#include "answer.h"\nint main(void) { return ANSWER; }\n');
  const statuses = [];
  for (const answer of [3, 4]) {
    writeFileSync(header, `#define ANSWER ${answer}\n`);
    const { path } = await compile({ file, kind: 'program' });
    try {
      execFileSync(path);
    } catch (error) {
      statuses.push((error as { status: number }).status);
    }
  }
  assert.deepEqual(statuses, [3, 4]);
});

test('what gcc refuses is shown with its line and a mark', async () => {
  const source = 'int twice(int a) {\n\treturn a * b;\n}\n';
  const refused = compile({ source, kind: 'library' });
  await assert.rejects(refused, (error) => {
    assert.ok(error instanceof CompileError);
    assert.equal(
      error.message,
      "line 2: error: 'b' undeclared (first use in this function)\n    \treturn a * b;\n    \t           ^",
    );
    assert.equal(error.diagnostics[0]?.line, 2);
    return true;
  });
});

test("the linker's refusal is passed on", async () => {
  const refused = compile({
    source: 'int f(void); int main(void) { return f(); }',
    kind: 'program',
  });
  await assert.rejects(refused, /undefined reference to `f'/);
});

test('warnings come with the result', async () => {
  const { warnings } = await compile({ source: 'int f(int a) { return 1; }', kind: 'library' });
  assert.deepEqual(
    warnings.map(({ severity, option }) => [severity, option]),
    [['warning', '-Wunused-parameter']],
  );
});

test('two at once make one whole result', async () => {
  const source = 'int both(void) { return 2; }';
  const both = [compile({ source, kind: 'library' }), compile({ source, kind: 'library' })];
  const [first, second] = await Promise.all(both);
  assert.equal(first?.path, second?.path);
  const left = readdirSync(join(state, 'cache/native'), { recursive: true, encoding: 'utf8' });
  assert.deepEqual(
    left.filter((name) => name.endsWith('.draft')),
    [],
  );
});

test('without gcc there is one sentence', async () => {
  const { PATH } = process.env;
  process.env.PATH = state;
  try {
    await assert.rejects(compile({ source: 'int g(void);', kind: 'library' }), {
      message: 'gcc is not installed; on Debian and Ubuntu: apt install gcc make binutils',
    });
  } finally {
    process.env.PATH = PATH;
  }
});
