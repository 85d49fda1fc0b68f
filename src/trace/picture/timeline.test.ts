import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Data } from 'plotly.js';
import { figureBundle } from '../../display/index.ts';
import { figureProblems } from '../../display/validate-figure.ts';
import type { Trace } from '../events.ts';
import { parse } from '../parse/parse.ts';
import { readRecording } from '../recordings/read.ts';
import { writeTrace } from '../recordings/write.ts';
import { calls } from '../story/essentials.ts';
import { timelineSpec } from './timeline.ts';

const TITLE = { title: 'One command is many calls' };
const SAMPLES = new URL('../samples/', import.meta.url);

function sample(name: string): Promise<Trace> {
  return readRecording(fileURLToPath(new URL(`${name}.strace.gz`, SAMPLES)));
}

function named(data: readonly Data[], name: string): Data & { x: number[]; y: string[] } {
  const found = data.find((one) => one.name === name);
  return (found as Data & { x: number[]; y: string[] }) ?? assert.fail(`no trace named ${name}`);
}

function barCount(data: readonly Data[]): number {
  return data
    .filter((one) => one.type === 'bar' && one.name !== 'alive')
    .reduce((sum, one) => sum + (one as { x: number[] }).x.length, 0);
}

for (const name of ['sh', 'node', 'python', 'threads', 'signals', 'injected']) {
  test(`${name}: Plotly accepts the picture, and every call is in it`, async () => {
    const trace = await sample(name);
    const spec = timelineSpec(trace, TITLE);
    assert.deepEqual(figureProblems(figureBundle(spec)), []);
    assert.equal(barCount(spec.data), calls(trace).length);
  });
}

test('the lanes: the process first, its child below, each with its program', async () => {
  const { y, alt, rows } = timelineSpec(await readRecording('spawn-true'), TITLE);
  const labels = [...((y.categoryarray ?? []) as string[])].reverse();
  assert.match(labels[0] ?? '', /^node \d+$/);
  assert.match(labels.at(-1) ?? '', /^true \d+$/);
  for (const label of labels) assert.ok(alt.includes(label), label);
  assert.equal(rows?.rows.length, labels.length);
});

test('marks: a new program, refused ones, the signal, the exit', async () => {
  const { data } = timelineSpec(await readRecording('spawn-true'), TITLE);
  assert.equal(named(data, 'a new program').x.length, 1);
  assert.ok(named(data, 'execve refused').x.length > 0);
  assert.equal(named(data, 'signal delivered').x.length, 1);
  assert.equal(named(data, 'exit').x.length, 1);
});

test('waiting is drawn apart, and thinner', async () => {
  const { data } = timelineSpec(await sample('sh'), TITLE);
  const waiting = named(data, 'waiting (thin)') as { x: number[]; width: number };
  const file = named(data, 'file') as { x: number[]; width: number };
  assert.ok(waiting.x.length > 0);
  assert.ok(waiting.width < file.width);
});

test('markup in a call is shown, never obeyed', () => {
  const trace = parse(
    '1 1700000000.1 write(1</dev/null>, "<img src=x onerror=alert(1)>", 28) = 28 <0.1>',
  );
  const { data } = timelineSpec(trace, TITLE);
  assert.ok(!JSON.stringify(data).includes('<img'));
});

test('an empty trace has a picture too', () => {
  assert.deepEqual(figureProblems(figureBundle(timelineSpec(parse(''), TITLE))), []);
});

test('a long trace is joined to what a screen can show, and loses no call', async () => {
  const trace = await sample('python');
  const text = writeTrace(trace).split('\n').slice(1);
  const first = trace.events[0]?.time ?? 0;
  const length = (trace.events.at(-1)?.time ?? 0) - first;
  const later = (line: string, by: number) =>
    line.replace(/ (\d+\.\d+) /, (_, time: string) => ` ${(Number(time) + by).toFixed(6)} `);
  const long = parse(
    Array.from({ length: 8 }, (_, i) =>
      text.map((line) => later(line, i * length)).join('\n'),
    ).join('\n'),
  );
  const { data } = timelineSpec(long, TITLE);
  assert.ok(calls(long).length > 5000);
  assert.ok(barCount(data) < 2000, String(barCount(data)));
  const texts = data.flatMap((one) => (one.type === 'bar' ? (one.hovertext ?? []) : []));
  const told = texts.map((hover) => Number(/<br>(\d+) calls:/.exec(String(hover))?.[1] ?? 1));
  assert.equal(
    told.reduce((sum, n) => sum + n, 0),
    calls(long).length,
  );
});

test('many threads: the quieter ones give way, and the small print says so', () => {
  const births = Array.from(
    { length: 40 },
    (_, i) =>
      `1 1700000000.${100 + i} clone3({flags=CLONE_VM|CLONE_THREAD} => {parent_tid=[0]}, 88) = ${i + 2} <0.00001>\n` +
      `${i + 2} 1700000000.${100 + i}5 getpid() = 1 <0.00001>`,
  );
  const { y, note } = timelineSpec(parse(births.join('\n')), TITLE);
  assert.equal(y.categoryarray?.length, 20);
  assert.match(note ?? '', /21 more threads/);
});
