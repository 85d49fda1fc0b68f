import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableBundle } from './table.ts';

const spec = {
  caption: 'Calls',
  columns: ['call', { label: 'time', unit: 'ms' }, { label: 'argument', code: true }],
  rows: [
    ['read', 1.23456, '<stdin>'],
    ['日本', 20, null],
  ],
};

test('the text form aligns, also beside characters two columns wide', () => {
  assert.equal(
    tableBundle(spec).data['text/plain'],
    [
      'Calls',
      '',
      'call  time (ms)  argument',
      '----  ---------  --------',
      'read      1.235  <stdin>',
      '日本         20  –',
    ].join('\n'),
  );
});

test('the HTML form escapes its cells and marks its headings', () => {
  const html = tableBundle(spec).data['text/html'] ?? '';
  assert.match(html, /<th scope="col"[^>]*>time \(ms\)<\/th>/);
  assert.match(html, /&lt;stdin&gt;/);
  assert.match(html, /<caption/);
  assert.match(html, />–<\/td>/, 'what is not there is no code');
});

test('a quantity has its thousands apart, a bare value does not', () => {
  const columns = ['what', { label: 'time', unit: 'ns' }, 'answer'];
  const rows = [
    ['a command', 3943305, 3943305],
    ['a call', 41.3712, -1234],
  ];
  const text = tableBundle({ caption: 'Costs', columns, rows }).data['text/plain'] ?? '';
  assert.match(text, /a command {2}3,943,305 {2}3943305/);
  assert.match(text, /a call {9}41\.37 {4}-1234/);
});
