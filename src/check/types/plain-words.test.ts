import assert from 'node:assert/strict';
import test from 'node:test';
import { parseComplaints } from './complaints.ts';
import { plainContract, plainWords } from './plain-words.ts';

const plain = (line: string): string[] => parseComplaints(line).map(plainWords);

test('the complaints learners meet most are said in plain words', () => {
  const cases = {
    "a.ts(1,2): error TS2322: Type 'string' is not assignable to type 'number'.":
      'This is a string, and a number is needed here.',
    "a.ts(1,2): error TS2322: Type 'string[]' is not assignable to type 'undefined'.":
      'This is string[], and undefined is needed here.',
    "a.ts(1,2): error TS2304: Cannot find name 'execa'.":
      'Nothing here is called execa: it is not declared and not imported.',
    "a.ts(1,2): error TS2305: Module '\"node:fs\"' has no exported member 'foo'.":
      'node:fs has nothing called foo to import.',
    "a.ts(1,2): error TS2339: Property 'a' does not exist on type 'Buffer<ArrayBufferLike>'.":
      'Buffer<ArrayBufferLike> has no a.',
    "a.ts(1,2): error TS7006: Parameter 'bytes' implicitly has an 'any' type.":
      'The parameter bytes has no type: write one after it, as in (bytes: string).',
    'a.ts(1,2): error TS1002: Unterminated string literal.': 'Unterminated string literal.',
  };
  for (const [line, words] of Object.entries(cases)) assert.deepEqual(plain(line), [words]);
});

test('the lines that explain a complaint belong to it', () => {
  const output = [
    "a.ts(3,8): error TS1360: Type 'A' does not satisfy the expected type 'B'.",
    "  The types returned by 'decode(...)' are incompatible between these types.",
    "    Type 'number' is not assignable to type 'string'.",
    "a.ts(4,1): error TS2741: Property 'decode' is missing in type 'A' but required in type 'B'.",
    'Found 2 errors.',
  ].join('\n');
  assert.deepEqual(parseComplaints(output).map(plainContract), [
    "decode does not have the type that the stub declares. Type 'number' is not assignable to type 'string'.",
    'The file does not export decode: the test looks for it under this name.',
  ]);
});
