import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseNotebook } from './read.ts';
import { notebookText } from './write.ts';

const python = fileURLToPath(new URL('../../.venv/bin/python', import.meta.url));
const skip = !existsSync(python) && 'set-up has not run: there is no nbformat to compare with';

/** A notebook with everything that makes one writer differ from another. */
const awkward = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { b: 1, a: { '10': 0, '9': 0, é: [], '\u{1f600}': {}, '\uffee': null } },
  cells: [
    {
      cell_type: 'markdown',
      id: 'm',
      metadata: {},
      source: 'a\r\nb\rc\u2028d\x0be\x85f\u001c"\\\u0001\x7f\n\n',
      attachments: { 'p.png': { 'image/png': 'AAAA' } },
    },
    { cell_type: 'raw', id: 'r', metadata: { tags: ['x'] }, source: [] },
    {
      cell_type: 'code',
      id: 'c',
      metadata: {},
      execution_count: 3,
      source: ['1\n', '2'],
      outputs: [
        { output_type: 'stream', name: 'stdout', text: ['one\n', 'two'] },
        {
          output_type: 'display_data',
          metadata: {},
          data: {
            'text/html': '<b>\n</b>',
            'application/json': { z: 'a\nb', y: [1.5, -2, 1e21] },
            'image/svg+xml': '<svg>\n</svg>',
            'image/png': 'AA\n',
          },
        },
        { output_type: 'error', ename: 'E', evalue: 'v', traceback: ['a\nb'] },
      ],
    },
  ],
};

test('the writer gives the bytes that nbformat gives', { skip }, () => {
  const input = JSON.stringify(awkward);
  const script =
    'import sys, io, nbformat\n' +
    'text = io.TextIOWrapper(sys.stdin.buffer, "utf-8", newline="").read()\n' +
    'out = nbformat.writes(nbformat.reads(text, 4), 4) + "\\n"\n' +
    'sys.stdout.buffer.write(out.encode())';
  const theirs = execFileSync(python, ['-c', script], { input, encoding: 'utf8' });
  assert.equal(notebookText(parseNotebook(input, 'awkward')), theirs);
});

test('lines end where Python ends them, and keys follow code points', () => {
  const text = notebookText(parseNotebook(JSON.stringify(awkward), 'awkward'));
  const read = JSON.parse(text);
  assert.deepEqual(read.cells[0].source, [
    'a\r\n',
    'b\r',
    'c\u2028',
    'd\x0b',
    'e\x85',
    'f\u001c',
    '"\\\u0001\x7f\n',
    '\n',
  ]);
  const keys = ['10', '9', 'é', '\uffee', '\u{1f600}'].map((key) => text.indexOf(`"${key}":`));
  assert.deepEqual(
    keys,
    keys.toSorted((a, b) => a - b),
  );
  assert.ok(text.endsWith('\n}\n'));
});
