import { randomUUID } from 'node:crypto';

/** The caller's side of the private channel: what it says first, and how it knows the records that come back. */
export interface Records {
  /** The first line on the channel. */
  readonly greeting: string;
  /** Takes what arrived and passes on the records in it that carry the nonce. The rest is somebody else's writing. */
  accept(text: string): void;
}

/** A line longer than any record is a flood, which may not fill the caller's memory. */
const LONGEST = 256 * 1024 * 1024;

/** Makes a channel's two sides agree on a nonce that is in no environment and on no command line. */
export function records(input: unknown, onRecord: (record: unknown) => void): Records {
  const nonce = randomUUID();
  const take = (line: string): void => {
    if (!line.startsWith(nonce)) return;
    const record = parse(line.slice(nonce.length));
    if (record) onRecord(record.value);
  };
  // In pieces, joined once a line is whole: a value of many megabytes comes in thousands of them.
  let pieces: string[] = [];
  let length = 0;
  return {
    greeting: `${JSON.stringify({ nonce, input })}\n`,
    accept(text) {
      let start = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        take(pieces.join('') + text.slice(start, end));
        pieces = [];
        length = 0;
        start = end + 1;
      }
      pieces.push(text.slice(start));
      length += text.length - start;
      if (length > LONGEST) pieces = [];
    },
  };
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
