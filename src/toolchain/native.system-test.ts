import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../course/paths.ts';

const NATIVE = join(ROOT, 'native');

/** A leak, a wrong access or undefined behaviour in our own C ends the program with this code. */
const STRICT = {
  ...process.env,
  ASAN_OPTIONS: 'exitcode=99',
  UBSAN_OPTIONS: 'halt_on_error=1:exitcode=99',
};

function make(...args: string[]): string {
  return execFileSync('make', args, { cwd: NATIVE, encoding: 'utf8' });
}

test('make builds every source, and then has nothing to do', () => {
  make();
  make('asan');
  assert.match(make(), /Nothing to be done/);
  const built = readdirSync(join(NATIVE, 'build'));
  for (const source of readdirSync(join(NATIVE, 'libraries'))) {
    if (source.endsWith('.c'))
      assert.ok(built.includes(`lib${source.replace(/c$/, 'so')}`), source);
  }
  for (const source of readdirSync(join(NATIVE, 'programs'))) {
    if (!source.endsWith('.h')) assert.ok(built.includes(source.replace(/\.c$/, '')), source);
  }
});

test('a program that runs can be rebuilt, by two at once, and no draft is left', async () => {
  using running = spawn(join(NATIVE, 'build/asan/convert-utf8'), ['KOI8-R'], { env: STRICT });
  const rebuild = ['-B', 'OUT=build/asan', 'build/asan/convert-utf8'];
  const asan = 'CFLAGS=-std=c17 -O1 -g -D_GNU_SOURCE -fsanitize=address,undefined';
  const build = () => promisify(execFile)('make', [...rebuild, asan], { cwd: NATIVE });
  await Promise.all([build(), build()]);
  assert.equal(running.exitCode, null);
  assert.deepEqual(
    readdirSync(join(NATIVE, 'build/asan')).filter((name) => name.endsWith('.draft')),
    [],
  );
});

describe('convert-utf8, under AddressSanitizer', () => {
  const convert = (charset: string[], input: Uint8Array) => {
    const { status, stdout, stderr } = spawnSync(join(NATIVE, 'build/asan/convert-utf8'), charset, {
      input,
      env: STRICT,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, text: stdout.toString(), error: stderr.toString() };
  };

  test('agrees with the iconv command on random bytes of several charsets', () => {
    for (const charset of [
      'ISO-8859-1',
      'KOI8-R',
      'UTF-16LE',
      'SHIFT_JIS',
      'GB18030',
      'ISO-2022-JP',
    ]) {
      const input = crypto.getRandomValues(new Uint8Array(4_000));
      const reference = spawnSync('iconv', ['-f', charset, '-t', 'UTF-8'], { input });
      const ours = convert([charset], input);
      assert.equal(ours.status, reference.status === 0 ? 0 : 1, `${charset}: ${ours.error}`);
      if (reference.status === 0) assert.equal(ours.text, reference.stdout.toString());
    }
  });

  test('grows its output as often as it must (E2BIG)', () => {
    // Half-width katakana: one byte in Shift_JIS, three in UTF-8.
    const { status, text } = convert(['SHIFT_JIS'], new Uint8Array(200_000).fill(0xb1));
    assert.equal(status, 0);
    assert.equal(text, 'ｱ'.repeat(200_000));
  });

  test('hands over what the converter still holds at the end', () => {
    // In TCVN the letter a may still take an accent: the converter waits for it until it is told that this is all.
    const { status, text } = convert(['TCVN'], Buffer.from('a'));
    assert.deepEqual([status, text], [0, 'a']);
  });

  test('says where it fails, and why', () => {
    assert.deepEqual(convert(['UTF-8'], Buffer.of(0x61, 0xff, 0x62)), {
      status: 1,
      text: '',
      error: 'convert-utf8: illegal byte sequence at byte 1\n',
    });
    assert.deepEqual(convert(['UTF-8'], Buffer.of(0x61, 0xe2, 0x82)), {
      status: 1,
      text: '',
      error: 'convert-utf8: the input ends within a character at byte 1\n',
    });
    assert.match(convert(['NO-SUCH'], Buffer.of()).error, /iconv knows no such charset/);
  });

  test('an empty message is an empty message, and a wrong command line a usage', () => {
    assert.deepEqual(convert(['UTF-16'], Buffer.of()), { status: 0, text: '', error: '' });
    assert.equal(convert([], Buffer.of()).status, 2);
  });
});

describe('supervise, under AddressSanitizer', () => {
  /** Its report goes to descriptor 3. Here that is a pipe; nobody ever says stop. */
  const supervise = (...args: string[]) => {
    const { status, output } = spawnSync(join(NATIVE, 'build/asan/supervise'), args, {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env: STRICT,
    });
    const [, stdout, stderr, report] = output.map((text) => text?.toString() ?? '');
    return { status, stdout, stderr, report: report ? JSON.parse(report) : undefined };
  };

  test('reports an exit code, a signal and a program that is not there', () => {
    assert.equal(supervise('--', 'sh', '-c', 'exit 7').report.code, 7);
    assert.equal(supervise('--', 'sh', '-c', 'kill -SEGV $$').report.signal, 11);
    assert.equal(supervise('--', 'no-such-program').report.kind, 'failed');
  });

  test('carries output through, ends what is left and reports it', () => {
    const { stdout, stderr, report } = supervise(
      ...['--', 'sh', '-c', 'setsid sleep 600 & seq 20000; echo oops >&2'],
    );
    assert.equal(stdout?.length, 108_894);
    assert.equal(stderr, 'oops\n');
    assert.equal(report.kind, 'exited');
    assert.equal(report.leftBehind, 1);
    assert.equal(report.survivors, 0);
  });

  test('keeps each limit', () => {
    assert.equal(supervise('--wall', '300', '--', 'sleep', '600').report.kind, 'wall');
    assert.equal(
      supervise('--cpu', '300', '--', 'sh', '-c', 'while :; do :; done').report.kind,
      'cpu',
    );
    assert.equal(supervise('--output', '100000', '--', 'yes').report.kind, 'output');
    const bomb = supervise('--processes', '10', '--', 'sh', '-c', 'b() { b | b & }; b; sleep 60');
    assert.equal(bomb.report.kind, 'processes');
    // A line without an end, which tail has to hold whole.
    const endless = 'head -c 1000000000 /dev/zero | tail -n 1 > /dev/null';
    const hog = supervise('--memory', '50000000', '--', 'sh', '-c', endless);
    assert.equal(hog.report.kind, 'memory');
  });

  test('a wrong command line is a usage', () => {
    assert.equal(supervise('--wall', 'soon', '--', 'true').status, 2);
    assert.equal(supervise('true').status, 2);
  });
});
