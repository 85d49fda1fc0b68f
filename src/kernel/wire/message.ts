import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

const DELIMITER = '<IDS|MSG>';
const VERSION = '5.3';

/** The header of a Jupyter message. */
export type Header = {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
};

/** A received message, as far as the kernel's control channel needs it. */
export type Message = {
  identities: Uint8Array[];
  header: Header;
  content: Record<string, unknown>;
};

function sign(key: string, parts: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

/** Reads the frames of a message; throws when they are incomplete or the signature is wrong. */
export function parseMessage(key: string, frames: readonly Buffer[]): Message {
  const delimiter = frames.findIndex((frame) => frame.equals(Buffer.from(DELIMITER)));
  const [signature, ...parts] = frames.slice(delimiter + 1);
  const [header, , , content] = parts;
  if (delimiter < 0 || !signature || !header || !content) throw new Error('incomplete message');
  const wanted = Buffer.from(sign(key, parts));
  if (key !== '' && (wanted.length !== signature.length || !timingSafeEqual(wanted, signature))) {
    throw new Error('message with a wrong signature');
  }
  return {
    identities: frames.slice(0, delimiter),
    header: JSON.parse(header.toString()),
    content: JSON.parse(content.toString()),
  };
}

/** The frames of a message of ours, answering or belonging to `parent`. */
export function buildMessage(
  key: string,
  type: string,
  parent: Header,
  content: object,
  identities: readonly Uint8Array[] = [],
): (string | Uint8Array)[] {
  const header: Header = {
    msg_id: randomUUID(),
    msg_type: type,
    session: parent.session,
    username: parent.username,
    date: new Date().toISOString(),
    version: VERSION,
  };
  const parts = [header, parent, {}, content].map((part) => JSON.stringify(part));
  return [...identities, DELIMITER, key === '' ? '' : sign(key, parts), ...parts];
}
