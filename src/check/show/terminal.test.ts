import assert from 'node:assert/strict';
import test, { snapshot } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { judge } from '../judge/judge.ts';
import { ALL_PASSED, END, evidence, failed, passed } from '../test-evidence.ts';
import { Verdict, verdictSchema } from '../verdict.ts';
import { verdictBundle } from './html.ts';
import { terminalText } from './terminal.ts';

snapshot.setDefaultSnapshotSerializers([String]);

const PLAIN = { columns: 80, colour: false };

const lost = {
  name: 'AssertionError',
  code: 'ERR_ASSERTION',
  message:
    'The end of the message differs. What a program writes is data.\n+ actual - expected\n\n- x',
  stack: '    at decode (file:///course/exercises/01-one-call/decode.ts:12:3)',
  assertion: {
    operator: 'strictEqual',
    generated: false,
    actual: { shown: "'Dear all\\n'", text: 'Dear all\n' },
    expected: { shown: "'Dear all\\n\\n'", text: 'Dear all\n\n' },
  },
};
const at = (line: number) => `/course/exercises/01-one-call/decode.ts(${line},5)`;

const VERDICTS: Record<string, Verdict> = {
  pass: judge(evidence(ALL_PASSED, { output: 'debug: not shown after a pass\n' })),
  'not yet, with a difference': judge(
    evidence([passed('keeps the text'), failed('keeps the end', lost), END], {
      output: 'debug: 3 bytes\n',
      ending: { kind: 'exited', code: 1 },
    }),
  ),
  'not yet, not written': judge(
    evidence([failed('keeps the text', { message: 'not written yet' }), END]),
  ),
  'not yet, wrong types': judge(
    evidence(ALL_PASSED, {
      compiled: [
        `${at(3)}: error TS2322: Type 'string' is not assignable to type 'number'.`,
        `${at(9)}: error TS2304: Cannot find name 'execa'.`,
      ].join('\n'),
    }),
  ),
  'not yet, exited': judge(
    evidence([
      {
        type: 'exit',
        code: 0,
        stack:
          'Error: process.exit\n    at decode (file:///course/exercises/01-one-call/decode.ts:4:11)',
      },
    ]),
  ),
  crashed: judge(
    evidence([passed('keeps the text')], {
      ending: {
        kind: 'signal',
        signal: 'SIGSEGV',
        fault: {
          signal: 'SIGSEGV',
          address: '0x8',
          stackOverflow: false,
          mainThread: true,
          idle: false,
          native: [
            {
              module: 'libmail.so',
              offset: 4_660,
              symbol: 'checksum',
              file: 'native/libraries/mail.c',
              line: 21,
              source: '  sum += bytes[i];',
            },
            { module: 'koffi.node', offset: 74_565 },
          ],
          javascript: [
            {
              name: 'decode',
              file: '/course/exercises/01-one-call/decode.ts',
              line: 7,
              column: 10,
              source: '  return lib.checksum(null, 1);',
            },
          ],
        },
      },
    }),
  ),
  'timed out': judge(
    evidence([], {
      ending: {
        kind: 'cpu',
        limitMs: 10_000,
        fault: {
          signal: 'SIGTERM',
          stackOverflow: false,
          mainThread: true,
          idle: false,
          native: [],
          javascript: [
            {
              file: '/course/exercises/01-one-call/decode.ts',
              line: 3,
              column: 3,
              source: '  for (;;);',
            },
          ],
        },
      },
    }),
  ),
  'our fault': judge(evidence([], { ending: { kind: 'lost', reason: 'no supervisor.' } })),
};

for (const [name, verdict] of Object.entries(VERDICTS)) {
  test(`a verdict reads well in a terminal: ${name}`, (t) => {
    t.assert.snapshot(terminalText(verdict, PLAIN));
  });
}

test('colour only repeats the words, and a narrow terminal wraps prose but no code', () => {
  const [verdict] = [VERDICTS['not yet, with a difference']];
  assert.ok(verdict !== undefined);
  const coloured = terminalText(verdict, { columns: 80, colour: true });
  assert.notEqual(coloured, stripVTControlCharacters(coloured));
  assert.equal(stripVTControlCharacters(coloured), terminalText(verdict, PLAIN));
  const narrow = terminalText(verdict, { columns: 30, colour: false }).split('\n');
  const prose = narrow.slice(1).filter((line) => !/[/⏎]|Difference/.test(line));
  assert.ok(
    prose.every((line) => line.length <= 30),
    narrow.join('\n'),
  );
});

test('a cell gets the same words as HTML, with everything of the learner’s escaped', () => {
  for (const verdict of Object.values(VERDICTS)) {
    const { data } = verdictBundle({ ...verdict, output: '<script>alert(1)</script>' });
    const html = String(data['text/html']);
    assert.ok(html.includes(`<strong>${verdict.verdict}</strong>`));
    assert.ok(!html.includes('<script'));
    assert.ok(data['text/plain'].includes(verdict.verdict));
  }
});

test('every verdict is as its published schema says', () => {
  for (const verdict of Object.values(VERDICTS)) Verdict.parse(verdict);
  assert.match(JSON.stringify(verdictSchema()), /"not yet"/);
});
