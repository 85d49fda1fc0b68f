import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from './message.ts';
import type { Output } from './output.ts';
import { Requests } from './pending.ts';

const stream = (parentId: string, text: string): Message => ({
  type: 'stream',
  parentId,
  content: { name: 'stdout', text },
});
const idle = (parentId: string): Message => ({
  type: 'status',
  parentId,
  content: { execution_state: 'idle' },
});
const reply = (parentId: string): Message => ({ type: 'execute_reply', parentId, content: 'r' });
const text = (output: Output) => (output.type === 'stream' ? output.text : '');

test('a request is done after its reply and its idle status, in whichever order', async () => {
  const requests = new Requests(() => {});
  const first = requests.add('1');
  requests.receiveReply(reply('1'));
  requests.receiveBroadcast(stream('1', 'after the reply'));
  requests.receiveBroadcast(idle('2'));
  requests.receiveBroadcast(idle('1'));
  assert.equal(await first.done, 'r');
  assert.deepEqual(first.outputs.map(text), ['after the reply']);

  const second = requests.add('2');
  requests.receiveBroadcast(idle('2'));
  requests.receiveReply(reply('2'));
  assert.equal(await second.done, 'r');
});

test('an output that comes after the end is late: reported, and not added to the finished cell', () => {
  const seen: [string, boolean][] = [];
  const requests = new Requests((output) => seen.push([text(output), true]));
  const cell = requests.add('1', (output, late) => seen.push([text(output), late]));
  requests.receiveBroadcast(stream('1', 'in time'));
  requests.receiveReply(reply('1'));
  requests.receiveBroadcast(idle('1'));
  requests.receiveBroadcast(stream('1', 'late'));
  requests.receiveBroadcast(stream('nobody', 'stray'));
  assert.deepEqual(seen, [
    ['in time', false],
    ['late', true],
    ['stray', true],
  ]);
  assert.deepEqual(cell.outputs.map(text), ['in time']);
});

test('when the kernel ends, what is open fails with its outputs and what is done stays done', async () => {
  const requests = new Requests(() => {});
  const done = requests.add('1');
  requests.receiveReply(reply('1'));
  requests.receiveBroadcast(idle('1'));
  const open = requests.add('2');
  requests.receiveBroadcast(stream('2', 'last words'));
  requests.failAll((outputs) => new Error(outputs.map(text).join()));
  assert.equal(await done.done, 'r');
  await assert.rejects(open.done, /last words/);
});
