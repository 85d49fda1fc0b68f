import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventText, lines, shortText } from './lines.ts';
import { call, STORY, traceOf } from './written-trace.ts';

test('rows of text keep the result of a call, whatever they cut', () => {
  const text = lines(STORY, { width: 60, limit: 5 });
  const rows = text.split('\n');
  assert.equal(rows.length, 7);
  assert.match(rows[0] ?? '', /^ +ms pid event +took ms$/);
  assert.match(rows[5] ?? '', /execve\("\/usr.* … = -1 ENOENT +0\.100$/);
  assert.equal(rows[6], '(6 more)');
  for (const row of rows) assert.ok(row.length <= 60, row);
});

test('every kind of event has its line', () => {
  const texts = traceOf(
    '1 close(3) = -1 EBADF (Bad file descriptor) (INJECTED) <0.1>',
    '1 read(0,  <detached ...>',
    '1 --- SIGUSR1 {si_signo=SIGUSR1} ---',
    '1 --- stopped by SIGSTOP ---',
    '2 +++ killed by SIGABRT (core dumped) +++',
    '1 +++ superseded by execve in pid 3 +++',
    '1 <detached ...>',
  ).events.map(eventText);
  assert.deepEqual(texts, [
    'close(3) = -1 EBADF (injected)',
    'read(0) = no return seen',
    'SIGUSR1 delivered {si_signo=SIGUSR1}',
    'stopped by SIGSTOP',
    'killed by SIGABRT (core dumped)',
    'taken over by thread 3, which called execve',
    'strace let go of it',
  ]);
  const long = call(`write(1, "${'x'.repeat(200)}", 200) = 200 <0.1>`);
  assert.equal(shortText(long, 40).length, 40);
});
