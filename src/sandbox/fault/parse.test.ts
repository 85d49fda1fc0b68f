import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFault } from './parse.ts';

const REPORT = `
--- fault SIGSEGV at 0x7ffe12 stack overflow in the main thread
--- native
/a folder/libcrimes.so +0x1190 length_of
/opt/koffi.node +0xab544 
? +0x7ffa
--- javascript

----- JavaScript stack trace -----

1: outer (file:///tmp/a.mjs:9:253)
2: file:///tmp/a.mjs:10:1

--- end
`;

test('reads signal, address, frames and calls', () => {
  assert.deepEqual(parseFault(REPORT), {
    signal: 'SIGSEGV',
    address: '0x7ffe12',
    stackOverflow: true,
    mainThread: true,
    idle: false,
    native: [
      { module: '/a folder/libcrimes.so', offset: 0x1190, symbol: 'length_of' },
      { module: '/opt/koffi.node', offset: 0xab544 },
      { module: '?', offset: 0x7ffa },
    ],
    javascript: ['outer (file:///tmp/a.mjs:9:253)', 'file:///tmp/a.mjs:10:1'],
  });
});

test('a report that breaks off counts as far as it came', () => {
  const half = parseFault(REPORT.slice(0, REPORT.indexOf('--- javascript')));
  assert.equal(half?.native.length, 3);
  assert.deepEqual(half?.javascript, []);
});

test('the last report counts: a program that was asked where it stands may crash later', () => {
  const both = `--- where SIGURG in the main thread\n--- end\n${REPORT.replace('the main', 'another')}`;
  assert.equal(parseFault(both)?.signal, 'SIGSEGV');
  assert.equal(parseFault(both)?.mainThread, false);
});

test('a stack that leads to the first frame of the program is that of an idle loop', () => {
  const native = '--- native\n/lib/libc.so.6 +0x108cae epoll_pwait\nnode +0x4ae86d _start\n';
  const idle = parseFault(`--- where SIGURG in the main thread\n${native}--- end\n`);
  assert.equal(idle?.idle, true);
});

test('no report is none', () => assert.equal(parseFault('hello\n'), undefined));
