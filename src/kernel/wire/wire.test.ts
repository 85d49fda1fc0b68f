import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { addressOf, readConnection } from './connection.ts';
import { buildMessage, type Header, parseMessage } from './message.ts';

const folder = mkdtempSync(join(tmpdir(), 'wire-'));
after(() => rmSync(folder, { recursive: true }));

const GOOD = {
  transport: 'tcp',
  ip: '127.0.0.1',
  key: 'k',
  signature_scheme: 'hmac-sha256',
  shell_port: 1,
  iopub_port: 2,
  stdin_port: 3,
  control_port: 4,
  hb_port: 5,
};
const PARENT: Header = {
  msg_id: 'id',
  msg_type: 'execute_request',
  session: 's',
  username: 'u',
  date: '',
  version: '5.3',
};

function file(content: unknown): string {
  const name = join(folder, 'connection.json');
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

test('a connection file gives the addresses of both transports', () => {
  assert.equal(addressOf(readConnection(file(GOOD)), 'iopub'), 'tcp://127.0.0.1:2');
  const ipc = { ...GOOD, transport: 'ipc', ip: '/tmp/s' };
  assert.equal(addressOf(readConnection(file(ipc)), 'hb'), 'ipc:///tmp/s-5');
});

test('a connection file that is none is refused in one sentence', () => {
  const refusals: [unknown, RegExp][] = [
    ['{', /cannot be read: SyntaxError/],
    ['null', /transport other than tcp or ipc\.$/],
    [{ ...GOOD, transport: 'udp' }, /transport other than tcp or ipc\.$/],
    [{ ...GOOD, key: 1 }, /lacks ip or key\.$/],
    [{ ...GOOD, hb_port: undefined }, /lacks hb_port\.$/],
    [{ ...GOOD, signature_scheme: 'none' }, /signature other than hmac-sha256\.$/],
  ];
  for (const [content, message] of refusals) {
    assert.throws(() => readConnection(file(content)), { message });
  }
});

const frames = (key: string) =>
  buildMessage(key, 'stream', PARENT, { text: 'ä' }, [Buffer.from('peer')]).map((part) =>
    Buffer.from(part),
  );

test('a message survives the way there and back', () => {
  const { identities, header, content } = parseMessage('k', frames('k'));
  assert.deepEqual(identities.map(String), ['peer']);
  assert.deepEqual([header.msg_type, header.session, content], ['stream', 's', { text: 'ä' }]);
});

test('a message with another key, a changed byte or missing frames is refused', () => {
  assert.throws(() => parseMessage('other', frames('k')), /wrong signature/);
  const changed = frames('k').with(-1, Buffer.from('{"text":"b"}'));
  assert.throws(() => parseMessage('k', changed), /wrong signature/);
  assert.throws(() => parseMessage('k', frames('k').slice(0, 4)), /incomplete/);
  assert.throws(() => parseMessage('k', [Buffer.from('noise')]), /incomplete/);
});
