import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { ROOT } from '../course/paths.ts';
import { inSandbox } from './in-sandbox.ts';
import type { Outcome } from './outcome.ts';

before(() => execFileSync('make', ['-s', 'asan'], { cwd: join(ROOT, 'native') }));

const overrun = (asan: boolean) =>
  inSandbox(
    ({ crimes }) => {
      const write = crimes.func('void write_past_the_end(uint8_t *bytes, size_t length)');
      write(Buffer.alloc(10), 10);
      return 'nothing seems wrong';
    },
    [],
    { libraries: { crimes: true }, asan, shown: false },
  );

function summary(outcome: Outcome<unknown>): string {
  assert.equal(outcome.kind, 'signal');
  return (outcome.kind === 'signal' && outcome.asan?.summary) || '';
}

test('a write past a Buffer goes unnoticed without AddressSanitizer', async () => {
  assert.equal((await overrun(false)).kind, 'returned');
});

test('with it, the report names the line of C, and the JavaScript that called', async () => {
  const outcome = await overrun(true);
  assert.match(summary(outcome), /^heap-buffer-overflow .*crimes\.c:\d+ in write_past_the_end/);
  assert.ok(outcome.kind === 'signal');
  assert.equal(outcome.signal, 'SIGABRT');
  const line = outcome.fault?.native.find(({ symbol }) => symbol === 'write_past_the_end');
  assert.match(line?.source ?? '', /PLANTED/);
  assert.match(outcome.fault?.javascript[0]?.source ?? '', /write\(Buffer\.alloc/);
});

test('it sees a read after free', async () => {
  const outcome = await inSandbox(({ crimes }) => crimes.func('int read_after_free()')(), [], {
    libraries: { crimes: true },
    asan: true,
    shown: false,
  });
  assert.match(summary(outcome), /^heap-use-after-free .* in read_after_free/);
});
