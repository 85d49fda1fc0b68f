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
