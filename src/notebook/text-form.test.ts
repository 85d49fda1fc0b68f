import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromText, toText } from './text-form.ts';

const TEXT = `#%% md
# One call

A paragraph.

#%% code [raises-exception, limit-300]
throw new Error('x');

#%% code
1 + 1
`;

test('a text form comes back unchanged from the notebook it describes', () => {
  assert.equal(toText(fromText(TEXT)), TEXT);
});

test('tags, kinds and sources arrive in the cells', () => {
  const [md, failing, last] = fromText(TEXT).cells;
  assert.equal(md?.cell_type, 'markdown');
  assert.equal(md?.source, '# One call\n\nA paragraph.');
  assert.deepEqual(failing?.metadata, { tags: ['raises-exception', 'limit-300'] });
  assert.deepEqual(last?.metadata, {});
});

test('unchanged cells keep their ids when they move; changed and new ones get derived ids', () => {
  const before = fromText(TEXT);
  before.cells.forEach((cell, i) => {
    cell.id = `kept-${i}`;
  });
  const after = fromText(
    '#%% code\n1 + 1\n#%% md\nnew\n#%% md\n# One call\n\nA paragraph.',
    before,
  );
  const ids = after.cells.map((cell) => cell.id);
  assert.deepEqual([ids[0], ids[2]], ['kept-2', 'kept-0']);
  assert.match(ids[1] ?? '', /^[0-9a-f]{8}$/);
  assert.equal(fromText('#%% md\nnew').cells[0]?.id, ids[1]);
});

test('two equal cells get two ids, the same ones every time', () => {
  const twice = '#%% code\nx\n#%% code\nx\n';
  const ids = fromText(twice).cells.map((cell) => cell.id);
  assert.equal(new Set(ids).size, 2);
  assert.deepEqual(
    fromText(twice).cells.map((cell) => cell.id),
    ids,
  );
});

test('a picture pasted into a cell survives the round through the text form', () => {
  const before = fromText('#%% md\n![a](attachment:a.png)');
  const attachments = { 'a.png': { 'image/png': 'AAAA' } };
  Object.assign(before.cells[0] ?? {}, { attachments });
  const [after] = fromText(toText(before), before).cells;
  assert.deepEqual(after && 'attachments' in after && after.attachments, attachments);
});

test('a text that is none is refused in one sentence that names the line', () => {
  assert.throws(() => fromText('hello\n#%% md\nx'), /^Error: Line 1 stands before the first cell/);
  assert.throws(() => fromText('#%% markdown\nx'), /^Error: Line 1 is "#%% markdown"/);
  assert.throws(() => fromText(''), /has no cell/);
  const notebook = fromText('#%% code\nx');
  Object.assign(notebook.cells[0] ?? {}, { source: '#%% md' });
  assert.throws(() => toText(notebook), /starts with "#%% "/);
});
