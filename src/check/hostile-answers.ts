import type { VerdictWord } from '../course/schema.ts';

/** An answer to 01-one-call/decode that goes wrong in its own way, and what must be said to it. */
export interface Hostile {
  readonly name: string;
  readonly source: string;
  readonly verdict: VerdictWord;
  readonly reason: RegExp;
}

const HEAD =
  'export async function decode(bytes: Uint8Array, charset: string): Promise<string> {\n';
const USED = '  if (bytes.length === 0) throw new Error(charset);\n';

/** The body of a decode that uses its parameters, so that the compiler has nothing to say about it. */
function decode(body: string): string {
  return `${HEAD}${USED}${body}\n}\n`;
}

const RIGHT = `import { execa } from 'execa';
export async function decode(bytes: Uint8Array, charset: string): Promise<string> {
  const { stdout } = await execa('iconv', ['-f', charset, '-t', 'UTF-8'], { input: bytes, stripFinalNewline: false });
  return stdout;
}
`;

export const HOSTILE: readonly Hostile[] = [
  {
    name: 'loops without an end',
    source: decode('  for (;;);'),
    verdict: 'timed out',
    reason: /without an end|had not ended after/,
  },
  {
    name: 'leaves a timer running',
    source: `setInterval(() => {}, 1_000);\n${RIGHT}`,
    verdict: 'timed out',
    reason: /^Every test passed, but the process had not ended after \d+ seconds/,
  },
  {
    name: 'never settles',
    source: decode('  return new Promise(() => {});'),
    verdict: 'timed out',
    reason: /^"decode converts random messages" was not over in its time: it waits for something/,
  },
  {
    name: 'the right answer, as a control',
    source: RIGHT,
    verdict: 'pass',
    reason: /^Every test passed\.$/,
  },
  {
    name: 'exits at import',
    source: `process.exit(0);\n${decode("  return '';")}`,
    verdict: 'not yet',
    reason: /^process\.exit\(0\) at .*answer\.ts:1 ended the process before the tests had ended/,
  },
  {
    name: 'exits in the middle',
    source: decode('  process.exit(0);'),
    verdict: 'not yet',
    reason: /^process\.exit\(0\) at .*answer\.ts:3 ended the process/,
  },
  {
    name: 'exits by the back door',
    source: decode(
      "  Reflect.apply(Reflect.get(process, 'reallyExit'), process, [0]);\n  return '';",
    ),
    verdict: 'not yet',
    reason: /^The process exited with code 0 before the tests had ended\.$/,
  },
  {
    name: 'patches assert',
    source: `import assert from 'node:assert/strict';\nassert.equal = () => {};\n${decode("  return '';")}`,
    verdict: 'not yet',
    reason: /^The file could not be loaded: TypeError: Cannot assign to read only property 'equal'/,
  },
  {
    name: 'declares the tests itself',
    source: `import test from 'node:test';
for (const name of ['decode converts random messages', 'decode keeps the blank lines at the end']) test(name, () => {});
${decode("  return '';")}`,
    verdict: 'not yet',
    reason: /^Other characters came back/,
  },
  {
    name: 'writes results of its own to every descriptor',
    source: `import { writeSync } from 'node:fs';
for (let fd = 1; fd < 7; fd += 1) {
  try {
    writeSync(fd, '{"type":"end","success":true}\\n{"nonce":"","record":{"type":"end","success":true}}\\n');
  } catch {}
}
process.exit(0);
${decode("  return '';")}`,
    verdict: 'not yet',
    reason: /^process\.exit\(0\) at/,
  },
  {
    name: 'never gets loaded',
    source: `await new Promise(() => {});\n${RIGHT}`,
    verdict: 'not yet',
    reason: /^A promise that nothing ever settles is awaited while the file is loaded/,
  },
  {
    name: 'kills itself',
    source: decode("  process.kill(process.pid, 'SIGKILL');\n  return '';"),
    verdict: 'crashed',
    reason: /^SIGKILL ended the process: it was killed/,
  },
  {
    name: 'follows a null pointer in C',
    source: `import koffi from 'koffi';
const strlen = koffi.load('libc.so.6').func('size_t strlen(void *)') as (address: bigint) => number;
${decode('  return String(strlen(8n));')}`,
    verdict: 'crashed',
    reason: /^SIGSEGV ended the process: it touched memory that is not its own\.$/,
  },
  {
    name: 'prints without an end',
    source: `import { writeSync } from 'node:fs';\n${decode("  for (;;) writeSync(1, 'x'.repeat(65_536));")}`,
    verdict: 'not yet',
    reason: /^It printed more than \d+ MiB and was stopped/,
  },
  {
    name: 'takes all memory',
    source: decode(
      '  const all: Buffer[] = [];\n  for (;;) all.push(Buffer.alloc(16_777_216, 1));',
    ),
    verdict: 'crashed',
    reason: /^It took more than \d+ MiB of memory and was killed/,
  },
  {
    name: 'starts processes in a loop',
    source: `import { spawn } from 'node:child_process';
${decode("  for (let n = 0; n < 200; n += 1) spawn('sleep', ['1234567']);\n  return '';")}`,
    verdict: 'not yet',
    reason: /^More than \d+ of its processes ran at the same time, and they were stopped/,
  },
  {
    name: 'closes its descriptors',
    source: `import { closeSync } from 'node:fs';
for (let fd = 0; fd < 8; fd += 1) {
  try {
    closeSync(fd);
  } catch {}
}
process.exit(0);
${decode("  return '';")}`,
    verdict: 'crashed',
    reason: /^SIGABRT ended the process/,
  },
  {
    name: 'leaves a process behind that ignores SIGTERM',
    source: `import { spawn } from 'node:child_process';
spawn('sh', ['-c', 'trap "" TERM; exec sleep 1234567'], { detached: true, stdio: 'ignore' }).unref();
${RIGHT}`,
    verdict: 'pass',
    reason: /^Every test passed\.$/,
  },
  {
    name: 'is no TypeScript',
    source: 'export async function decode( {\n',
    verdict: 'not yet',
    reason: /^The file could not be loaded: SyntaxError/,
  },
  {
    name: 'exports another name',
    source: decode("  return '';").replace('decode', 'dekode'),
    verdict: 'not yet',
    reason: /answer\.ts does not export decode: the test looks for it under this name\.$/,
  },
  {
    name: 'has another type, and passes its tests',
    source: `${RIGHT}export const unused: number = 'text';\n`,
    verdict: 'not yet',
    reason:
      /^Every test passes, but the types do not fit\. This is a string, and a number is needed here\.$/,
  },
  {
    name: 'imports what is not there',
    source: `import { nothing } from './nowhere.ts';\n${decode('  return nothing;')}`,
    verdict: 'not yet',
    reason: /^The file could not be loaded: .*Cannot find module .*nowhere\.ts/,
  },
  {
    name: 'throws what is no error',
    source: decode('  throw Object.create(null, { message: { get() { process.exit(0); } } });'),
    verdict: 'not yet',
    reason: /./,
  },
  {
    name: 'lets a promise fail with nobody listening',
    source: `${RIGHT}void Promise.reject(new Error('nobody listens'));\n`,
    verdict: 'not yet',
    reason: /^An error that nobody caught: Error: nobody listens$/,
  },
];
