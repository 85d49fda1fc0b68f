import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviation, normal } from './normal.ts';
import { parseNotebook } from './read.ts';
import { notebookText } from './write.ts';

const code = (fields: object) => ({
  cell_type: 'code',
  metadata: {},
  execution_count: null,
  outputs: [],
  source: 'x',
  ...fields,
});
const notebook = (...cells: object[]) => {
  const text = JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata: { a: 1 }, cells });
  return parseNotebook(text, 'a.ipynb');
};

test('outputs, counts and passing metadata go; tags and ids stay', () => {
  const [cell] = normal(
    notebook(
      code({
        id: 'kept',
        execution_count: 7,
        outputs: [{ output_type: 'stream', name: 'stdout', text: 'x' }],
        metadata: { tags: ['limit-300'], scrolled: true, execution: { 'iopub.status.busy': 'x' } },
      }),
    ),
  ).cells;
  assert.deepEqual(cell, code({ id: 'kept', metadata: { tags: ['limit-300'] } }));
});

test('a missing, invalid or repeated id is derived from the content', () => {
  const { cells } = normal(
    notebook(code({}), code({ id: 'a b' }), code({ id: 'a' }), code({ id: 'a' })),
  );
  const ids = cells.map((cell) => cell.id);
  assert.equal(new Set(ids).size, 4);
  assert.equal(ids[2], 'a');
});

test('the kernel is named as the stock one, whatever the notebook was run on', () => {
  const { metadata, nbformat_minor } = normal(notebook(code({})));
  assert.equal(nbformat_minor, 5);
  assert.deepEqual(metadata.kernelspec, {
    display_name: 'TypeScript',
    language: 'typescript',
    name: 'tslab',
  });
});

test('empty cells at the end go, empty cells within stay', () => {
  const { cells } = normal(notebook(code({ source: '' }), code({}), code({ source: ' \n' })));
  assert.deepEqual(
    cells.map((cell) => cell.source),
    ['', 'x'],
  );
});

test('the normal form is a fixed point, and only it passes the check', () => {
  const once = normal(notebook(code({}), code({})));
  const text = notebookText(once);
  assert.equal(notebookText(normal(parseNotebook(text, 'a'))), text);
  assert.equal(deviation(text, once), undefined);
  assert.equal(deviation(`${text}\n`, once), 'is not in the normal form');
  const ran = notebook(code({ execution_count: 1 }));
  assert.equal(deviation(notebookText(ran), ran), 'holds outputs or execution counts');
});

test('what is no notebook is refused with the name of the file', () => {
  assert.throws(
    () => parseNotebook('{', 'a.ipynb'),
    /a\.ipynb is not a notebook: it is not valid JSON/,
  );
  assert.throws(
    () => parseNotebook('{"nbformat": 3}', 'a.ipynb'),
    /a\.ipynb is not a notebook of format 4/,
  );
});
