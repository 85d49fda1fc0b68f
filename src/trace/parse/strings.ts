const LETTERS: Record<string, number> = { n: 10, t: 9, v: 11, f: 12, r: 13, a: 7, b: 8, e: 27 };

/** A string argument as bytes; `cut` is true where strace printed only the beginning. */
export interface StringArgument {
  readonly bytes: Buffer;
  readonly cut: boolean;
}

/** Decodes a printed string argument, `"caf\303\251"...`, to its bytes; undefined when the argument is no string (`NULL`, an address). */
export function stringArgument(arg: string | undefined): StringArgument | undefined {
  const shape = /^@?"((?:[^"\\]|\\.)*)"(\.\.\.)?$/s.exec(arg ?? '');
  if (shape === null) return undefined;
  return { bytes: decodeBytes(shape[1] ?? ''), cut: shape[2] !== undefined };
}

/** The text of a string argument read as UTF-8; undefined when it is no string. */
export function textArgument(arg: string | undefined): string | undefined {
  return stringArgument(arg)?.bytes.toString('utf8');
}

/** Undoes strace's escapes (`\n`, `\"`, `\74`, `\x3c`) and reads the bytes as UTF-8. */
export function decodeEscapes(text: string): string {
  return text.includes('\\') ? decodeBytes(text).toString('utf8') : text;
}

function decodeBytes(text: string): Buffer {
  const bytes: number[] = [];
  const piece = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|(.))|([^\\]+)/gs;
  for (const [, octal, hex, letter, plain] of text.matchAll(piece)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 255);
    else if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (letter !== undefined) bytes.push(LETTERS[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(plain ?? '', 'utf8'));
  }
  return Buffer.from(bytes);
}
