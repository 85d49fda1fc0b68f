import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Trace, TraceEvent } from '../events.ts';
import { parse } from '../parse/parse.ts';
import { readRecording } from '../recordings/read.ts';
import { writeTrace } from '../recordings/write.ts';

const HERE = new URL('./', import.meta.url);
const samples = readdirSync(HERE).filter((name) => name.endsWith('.strace.gz'));

function text(name: string): string {
  return gunzipSync(readFileSync(new URL(name, HERE))).toString('utf8');
}

/** A trace without its line numbers, which rewriting changes. */
function essence({ events }: Trace): object[] {
  return events.map(({ line: _, ...event }: TraceEvent) => event);
}

test('there is a sample of each kind of program', () => {
  assert.deepEqual(
    samples.map((name) => name.replace('.strace.gz', '')),
    ['injected', 'node', 'python', 'sh', 'signals', 'threads'],
  );
});

for (const name of samples) {
  test(`${name}: every line becomes an event or half of one`, () => {
    const lines = text(name).split('\n').filter(Boolean);
    const { events, notUnderstood } = parse(text(name));
    const resumed = lines.filter((line) => /^\d+ +[\d.]+ <\.\.\. \w+ resumed>/.test(line));
    assert.deepEqual(notUnderstood, []);
    assert.equal(events.length, lines.length - resumed.length);
  });

  test(`${name}: a trace that is written out reads back the same`, () => {
    const trace = parse(text(name));
    const again = parse(writeTrace(trace).split('\n').slice(1).join('\n'));
    assert.deepEqual(again.notUnderstood, []);
    assert.deepEqual(essence(again), essence(trace));
  });

  test(`${name}: it reads from its file as from its text`, async () => {
    const read = await readRecording(fileURLToPath(new URL(name, HERE)));
    assert.deepEqual(read.events, parse(text(name)).events);
  });
}

test('cut anywhere, a trace still accounts for every line', () => {
  const lines = text('threads.strace.gz').split('\n').filter(Boolean);
  for (let end = 1; end < lines.length; end++) {
    const part = lines.slice(0, end);
    const resumed = part.filter((line) => line.includes('resumed>'));
    const { events, notUnderstood } = parse(part.join('\n'));
    assert.deepEqual(notUnderstood, []);
    assert.equal(events.length, part.length - resumed.length);
  }
});
