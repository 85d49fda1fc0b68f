import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { TemporaryFolder } from '../run/folder.ts';
import { counts } from '../story/counts.ts';
import { endOf } from '../story/end.ts';
import { essentials } from '../story/essentials.ts';
import { readRecording, recordingFile } from './read.ts';
import { summarise } from './summarise.ts';

const SAMPLES = new URL('../samples/', import.meta.url);
const files = [
  ...['sh', 'node', 'python', 'threads', 'signals', 'injected'].map((name) =>
    fileURLToPath(new URL(`${name}.strace.gz`, SAMPLES)),
  ),
  recordingFile('spawn-true'),
];

for (const file of files) {
  test(`in one pass as from the whole: ${file.split('/').at(-1)}`, async () => {
    const trace = await readRecording(file);
    const summary = await summarise(file);
    assert.equal(summary.events, trace.events.length);
    assert.deepEqual(summary.counts, counts(trace));
    assert.deepEqual(summary.essentials, essentials(trace));
    assert.deepEqual(summary.end, endOf(trace));
    assert.equal(summary.notUnderstood, 0);
  });
}

test('the end of the program is known however many births came before', async () => {
  using folder = new TemporaryFolder();
  const fork = (i: number) => `1 ${1_700_000_000 + i}.0 vfork() = ${i + 2} <0.1>`;
  const lines = Array.from({ length: 3000 }, (_, i) => fork(i));
  writeFileSync(folder.file('long'), [...lines, '1 1800000000.0 +++ exited with 9 +++'].join('\n'));
  const { end, essentials, events } = await summarise(folder.file('long'));
  assert.deepEqual(end, { code: 9, signal: null, timedOut: false });
  assert.equal(events, 3001);
  assert.equal(essentials.length, 1000);
});
