import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode, type Session } from './message.ts';

const session: Session = { key: 'secret', id: 'me' };
const buffers = (frames: readonly (string | Buffer)[]) => frames.map((frame) => Buffer.from(frame));

test('a message is read back with its type and content, whatever identities stand before it', () => {
  const { frames } = encode(session, 'stream', { name: 'stdout', text: 'é\u0000' });
  const message = decode(session, buffers(['identity', ...frames]));
  assert.equal(message.type, 'stream');
  assert.equal(message.parentId, undefined);
  assert.deepEqual(message.content, { name: 'stdout', text: 'é\u0000' });
});

test('a message signed with another key, or changed on the way, is refused', () => {
  const { frames } = encode(session, 'stream', { name: 'stdout', text: 'x' });
  assert.throws(() => decode({ ...session, key: 'other' }, buffers(frames)), /not signed/);
  const changed = buffers(frames);
  changed[5] = Buffer.from('{"name":"stdout","text":"y"}');
  assert.throws(() => decode(session, changed), /not signed/);
});

test('frames that are no message are refused', () => {
  assert.throws(() => decode(session, [Buffer.from('hello')]), /incomplete/);
  assert.throws(
    () => decode(session, buffers(encode(session, 'x', {}).frames.slice(0, 4))),
    /incomplete/,
  );
});
