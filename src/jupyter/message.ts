import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const DELIMITER = Buffer.from('<IDS|MSG>');

const Header = z.object({ msg_id: z.string(), msg_type: z.string() });
const ParentHeader = z.object({ msg_id: z.string().optional() });

/** A message of the kernel whose signature and headers have been checked; its content has not. */
export type Message = {
  type: string;
  parentId: string | undefined;
  content: unknown;
};

/** What a client needs to sign: the key of the connection file and one id for its whole session. */
export type Session = { key: string; id: string };

function sign(key: string, parts: readonly (string | Buffer)[]): string {
  const hash = createHmac('sha256', key);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** A signed request, ready to send as the frames of one message, and the id its replies will name. */
export function encode(
  session: Session,
  type: string,
  content: object,
): { id: string; frames: (string | Buffer)[] } {
  const id = randomUUID();
  const header = {
    msg_id: id,
    msg_type: type,
    session: session.id,
    username: 'workshop',
    date: new Date().toISOString(),
    version: '5.3',
  };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return { id, frames: [DELIMITER, sign(session.key, parts), ...parts] };
}

/** Reads the frames of one message; throws when they are not signed with the session's key. */
export function decode(session: Session, frames: readonly Buffer[]): Message {
  const start = frames.findIndex((frame) => frame.equals(DELIMITER));
  const [signature, header, parent, , content] = frames.slice(start + 1);
  if (start < 0 || !signature || !header || !parent || !content) {
    throw new Error('A message from the kernel is incomplete: it lacks its delimiter or a part.');
  }
  const expected = Buffer.from(sign(session.key, frames.slice(start + 2, start + 6)));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    throw new Error('A message from the kernel is not signed with the key of this connection.');
  }
  return {
    type: Header.parse(JSON.parse(header.toString())).msg_type,
    parentId: ParentHeader.parse(JSON.parse(parent.toString())).msg_id,
    content: JSON.parse(content.toString()),
  };
}
