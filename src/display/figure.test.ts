import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Data } from 'plotly.js';
import { barsBundle } from './bars.ts';
import { figureBundle } from './figure.ts';
import type { FigureSpec } from './figure-spec.ts';
import { palette } from './palette.ts';
import { figureProblems } from './validate-figure.ts';

const spec = (data: Data[], more: Partial<FigureSpec> = {}): FigureSpec => ({
  title: 'Starting costs more than working',
  alt: 'Two values, 1 and 2 milliseconds.',
  x: { label: 'program', unit: null },
  y: { label: 'time', unit: 'ms' },
  data,
  ...more,
});

const KINDS: Record<string, Data[]> = {
  bars: [{ type: 'bar', x: ['a', 'b'], y: [1, 2], marker: { color: palette.blue } }],
  'swim lanes': [
    { type: 'bar', orientation: 'h', y: ['7', '8'], x: [1, 2], base: [0, 1], name: 'read' },
  ],
  lines: [{ type: 'scatter', mode: 'lines+markers', x: [1, 2], y: [1, 2], name: 'spawn' }],
  boxes: [{ type: 'box', y: [1, 2, 3], name: 'spawn' }],
  histogram: [{ type: 'histogram', x: [1, 1, 2] }],
  heatmap: [{ type: 'heatmap', z: [[1, 2]], x: ['a', 'b'], y: ['c'] }],
};

for (const [kind, data] of Object.entries(KINDS)) {
  test(`Plotly accepts a figure of ${kind}`, () => {
    assert.deepEqual(figureProblems(figureBundle(spec(data))), []);
  });
}

test('bars compare names, say their values in words, and Plotly accepts them', () => {
  const bundle = barsBundle({
    title: 'execa asks for more',
    of: 'way',
    measure: { label: 'system calls', unit: null },
    values: { spawn: 49, execa: 199 },
  });
  assert.deepEqual(figureProblems(bundle), []);
  assert.match(bundle.data['text/plain'], /by system calls: spawn 49; execa 199\./);
});

test('the validator objects to an attribute that does not exist', () => {
  const wrong = { type: 'bar', x: ['a'], y: [1], colour: 'red' } as Data;
  assert.equal(figureProblems(figureBundle(spec([wrong]))).length, 1);
});

test('the unit stands on the axis', () => {
  const { data } = figureBundle(spec([]));
  assert.match(JSON.stringify(data['application/vnd.plotly.v1+json']), /"text":"time \(ms\)"/);
});

test('the HTML reads without its scripts: title, text alternative, data', () => {
  const html =
    figureBundle(spec(KINDS.bars ?? [], { note: 'on a laptop' })).data['text/html'] ?? '';
  const silent = html.replace(/<script[\s\S]*?<\/script>/g, '');
  for (const words of [
    'Starting costs more',
    'Two values, 1 and 2',
    '<td',
    'time (ms)',
    'on a laptop',
  ]) {
    assert.ok(silent.includes(words), words);
  }
});

test('markup in titles, names and data is shown, never obeyed', () => {
  const evil = '</script><img src=x onerror=alert(1)>';
  const data: Data[] = [{ type: 'bar', name: evil, x: [evil], y: [1] }];
  const bundle = figureBundle(spec(data, { title: evil, alt: evil, note: evil }));
  assert.ok(!bundle.data['text/html']?.includes('<img'));
});

test('a long series is cut in the data table, and says by how much', () => {
  const x = Array.from({ length: 100 }, (_, i) => i);
  const text = figureBundle(spec([{ type: 'scatter', x, y: x }])).data['text/plain'];
  assert.match(text, /76 more rows are not shown/);
});

test('the data table names its series where there is a name to tell', () => {
  const columns = (data: Data[]) =>
    /The values drawn\n\n(.*)\n/.exec(figureBundle(spec(data)).data['text/plain'] ?? '')?.[1];
  assert.match(columns(KINDS.bars ?? []) ?? '', /^program +time/);
  assert.match(columns(KINDS.lines ?? []) ?? '', /^series +program +time/);
});
