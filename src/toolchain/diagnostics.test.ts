import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDiagnostics, showDiagnostics } from './diagnostics.ts';

const JSON_LINE = JSON.stringify([
  {
    kind: 'warning',
    message: "unused variable 'x'",
    option: '-Wunused-variable',
    locations: [{ caret: { file: 'a.c', line: 2, 'display-column': 6 } }],
    children: [],
  },
  {
    kind: 'fatal error',
    message: 'nope.h: No such file',
    locations: [{ caret: { file: 'a.c', line: 1, 'display-column': 10 } }],
  },
]);

test("reads gcc's remarks, and keeps what the linker says apart", () => {
  const { found, rest } = readDiagnostics(`${JSON_LINE}\n/usr/bin/ld: no\n`);
  assert.equal(rest, '/usr/bin/ld: no');
  assert.deepEqual(
    found.map(({ severity, line, option }) => [severity, line, option]),
    [
      ['warning', 2, '-Wunused-variable'],
      ['error', 1, undefined],
    ],
  );
});

test('shows the guilty line with a mark under the column', () => {
  const { found } = readDiagnostics(JSON_LINE);
  assert.equal(
    showDiagnostics(found.slice(0, 1), 'int f(void) {\n\tint x;\n}'),
    "line 2: warning: unused variable 'x' [-Wunused-variable]\n    \tint x;\n    \t    ^",
  );
});

test('a remark without a place stands alone', () => {
  const { found } = readDiagnostics(
    JSON.stringify([{ kind: 'error', message: 'no input', locations: [] }]),
  );
  assert.equal(showDiagnostics(found, ''), 'line 0: error: no input');
});
