import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { javascriptFrames } from './javascript.ts';

test("reads a call with its line of source; Node's own and the runner's are left out", () => {
  const runner = new URL('../runner.ts', import.meta.url).href;
  const [frame, ...rest] = javascriptFrames([
    `outer (${import.meta.url}:1:8)`,
    `main (${runner}:33:23)`,
    'run (node:internal/modules/esm/module_job:569:25)',
    'no place at all',
  ]);
  assert.deepEqual(frame, {
    name: 'outer',
    file: fileURLToPath(import.meta.url),
    line: 1,
    column: 8,
    source: "import assert from 'node:assert/strict';",
  });
  assert.deepEqual(rest, []);
});

test('code without a file keeps its name and place', () => {
  assert.deepEqual(javascriptFrames(['/home/me/[cell].js:3:4']), [
    { file: '/home/me/[cell].js', line: 3, column: 4 },
  ]);
});
