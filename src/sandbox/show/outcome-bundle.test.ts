import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { CallEnding, Fault, Observed } from '../outcome.ts';
import { describe, outcomeBundle } from './outcome-bundle.ts';

const SEEN: Observed = {
  stdout: '',
  stderr: '',
  wallMs: 40,
  cpuMs: 30,
  peakMemoryBytes: 50_000_000,
  peakProcesses: 1,
  leftBehind: 0,
  limits: DEFAULT_LIMITS,
};

const FAULT: Fault = {
  signal: 'SIGSEGV',
  address: '0x0',
  stackOverflow: false,
  mainThread: true,
  idle: false,
  native: [
    {
      module: '/x/libcrimes.so',
      offset: 16,
      symbol: 'length_of',
      file: '/x/crimes.c',
      line: 27,
      source: 'while (*at) at++;',
    },
    { module: '/x/koffi.node', offset: 4 },
  ],
  javascript: [{ name: 'outer', file: '/x/[cell].js', line: 2, column: 3, source: 'f(null)' }],
};

const says = (ended: CallEnding<unknown>, seen: Partial<Observed> = {}) =>
  describe({ ...SEEN, ...seen, ...ended });

test('every ending has its sentence', (t) => {
  const endings: CallEnding<unknown>[] = [
    { kind: 'returned', value: { a: 1n } },
    { kind: 'signal', signal: 'SIGSEGV', fault: FAULT },
    { kind: 'signal', signal: 'SIGSEGV', fault: { ...FAULT, stackOverflow: true } },
    { kind: 'signal', signal: 'SIGSEGV' },
    { kind: 'signal', signal: 'SIGKILL' },
    { kind: 'signal', signal: 'SIGABRT', asan: { summary: 'overflow a.c:1', text: 'all of it' } },
    {
      kind: 'threw',
      from: 'call',
      error: {
        name: 'ReferenceError',
        message: 'x is not defined',
        stack: '    at /x/[cell].js:1:7',
      },
    },
    {
      kind: 'threw',
      from: 'unhandled rejection',
      error: { name: 'Error', message: 'late', stack: '' },
    },
    { kind: 'exitedEarly', code: 0, why: 'exit', stack: '    at leave (/x/[cell].js:1:7)' },
    { kind: 'exitedEarly', code: 0, why: 'neverSettled' },
    { kind: 'timedOut', limitMs: 1_500, fault: { ...FAULT, signal: 'SIGURG', native: [] } },
    { kind: 'timedOut', limitMs: 500, fault: { ...FAULT, idle: true, native: [], javascript: [] } },
    { kind: 'cpu', limitMs: 2_000 },
    { kind: 'memory', limitBytes: 512 * 2 ** 20 },
    { kind: 'output', limitBytes: 2 ** 20 },
    { kind: 'processes', limit: 32 },
    { kind: 'stopped' },
    { kind: 'lost', reason: 'native/build/supervise is missing; `make -C native` builds it' },
  ];
  const texts = endings.map((ended) => says(ended));
  t.assert.snapshot(texts.join('\n\n'), { serializers: [String] });
});

test('output is shown, shortened, and what was left behind is told', () => {
  const text = says(
    { kind: 'returned', value: 1 },
    { stdout: `${'line\n'.repeat(30)}`, stderr: 'oops\n', leftBehind: 2 },
  );
  assert.match(text, /… 10 more lines/);
  assert.match(text, /stderr:\n {4}oops/);
  assert.match(text, /2 of its processes still ran/);
});

test('in HTML nothing that a program prints is markup', () => {
  const { data } = outcomeBundle({
    ...SEEN,
    kind: 'returned',
    value: '<img src=x onerror=alert(1)>',
    stdout: '<script>alert(1)</script>',
  });
  const html = data['text/html'] ?? '';
  assert.doesNotMatch(html, /<(img|script)/);
  assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
});

test('of the calls of an installed package only their number is told', () => {
  const stack = [
    'Error: Failed to load',
    '    at load (/y/node_modules/koffi/index.cjs:255:15)',
    '    at wrap (/y/node_modules/koffi/index.cjs:9:1)',
    '    at /x/[cell].js:2:11',
  ].join('\n');
  const text = says({
    kind: 'threw',
    from: 'call',
    error: { name: 'Error', message: 'Failed to load', stack },
  });
  assert.match(text, /thrown:\n {4}at the function:2:11\n {4}and 2 frames of koffi$/);
});

test('C of the course is named from the top of the course, wherever it was built', () => {
  const file = '/elsewhere/native/libraries/crimes.c';
  const native = FAULT.native.map((frame) => ({ ...frame, ...(frame.file && { file }) }));
  const text = says({ kind: 'signal', signal: 'SIGSEGV', fault: { ...FAULT, native } });
  assert.match(text, /length_of, native\/libraries\/crimes\.c:27/);
});
