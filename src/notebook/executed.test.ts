import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Output } from '../jupyter/index.ts';
import { executed } from './executed.ts';
import { fromText } from './text-form.ts';

test('a display is saved once, in its latest state, even when another cell updated it', () => {
  const notebook = fromText('#%% md\nm\n#%% code\na\n#%% code\nb\n#%% code\nnever ran');
  const [, a, b] = notebook.cells;
  assert.ok(a?.cell_type === 'code' && b?.cell_type === 'code');
  const display = (type: 'display_data' | 'update_display_data', text: string): Output => ({
    type,
    data: { 'text/plain': text },
    metadata: {},
    displayId: 'd',
  });
  const common = { status: 'ok', ms: 1 } as const;
  const { cells } = executed(notebook, [
    { ...common, cell: 1, source: a, outputs: [display('display_data', 'old')], late: [] },
    { ...common, cell: 2, source: b, outputs: [display('update_display_data', 'new')], late: [] },
  ]);
  const outputs = cells.map((cell) => (cell.cell_type === 'code' ? cell.outputs : null));
  const saved = { output_type: 'display_data', data: { 'text/plain': 'new' }, metadata: {} };
  assert.deepEqual(outputs, [null, [saved], [], []]);
  const counts = cells.map((cell) => (cell.cell_type === 'code' ? cell.execution_count : null));
  assert.deepEqual(counts, [null, 1, 2, null]);
});
