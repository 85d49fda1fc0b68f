import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { exerciseFiles } from '../../course/paths.ts';
import { runCheck } from '../run-check.ts';
import { explainFailure } from './explain-failure.ts';

const EXPLAINED: Readonly<
  Record<string, Readonly<Record<string, [sentence: RegExp, syscall: RegExp]>>>
> = {
  '01-one-call/decode': {
    'command-line.ts': [
      /a file whose name is "iconv -f ISO-8859-1 -t UTF-8", spaces and all/,
      /execve\(".*\/iconv -f .* = -1 ENOENT/,
    ],
    'bytes-as-text.ts': [
      /^Your message was 47 72 FC DF 65 0A 0A; iconv read 47 72 EF BF BD/,
      /read\(0.*\\357\\277\\275/,
    ],
    'default-options.ts': [
      /^iconv wrote "Grüße\\n\\n", and decode resolved to "Grüße\\n": the difference "\\n" was made in your process/,
      /write\(1/,
    ],
  },
  '01-one-call/probes': {
    'skips-empty.ts': [
      /your list has 4\. The first difference is number 4: the kernel was asked for \.\/tool, and yours is works\/tool\./,
      /execve\("tool".* = -1 ENOENT/,
    ],
    'exists-is-enough.ts': [
      /your list has 2\. .* a-directory\/tool, and your list has ended by then\./,
      /execve\("forbidden\/tool".* = -1 EACCES/,
    ],
  },
};

for (const [id, cases] of Object.entries(EXPLAINED)) {
  for (const [file, [sentence, syscall]] of Object.entries(cases)) {
    test(`${id}: ${file} is explained by its own syscalls`, async () => {
      const answer = join(exerciseFiles(id).wrong, file);
      const { explanation } = await runCheck(id, { answer, explain: true });
      assert.ok(explanation !== null, 'nothing was explained');
      assert.match(explanation.sentence, sentence);
      assert.match(explanation.syscalls.join('\n'), syscall);
    });
  }

  test(`${id}: a right answer has nothing to explain`, async () => {
    assert.equal(await explainFailure(id, exerciseFiles(id).reference), null);
  });
}

test('an exercise without an explainer has none', async () => {
  assert.equal(await explainFailure('00-welcome/break-it', '/nowhere.ts'), null);
});
