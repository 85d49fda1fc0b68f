const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_ANGLE = 60;
const COMMA = 44;
const SPACE = 32;

/** The arguments of a call and where its closing parenthesis stands (-1: the text ends before it). */
export interface Split {
  readonly args: string[];
  readonly close: number;
}

/**
 * Splits the arguments that begin at `from`, just after the opening parenthesis.
 * Quotes, brackets and the paths that strace writes after a descriptor may hold any character.
 */
export function splitArguments(text: string, from: number): Split {
  const args: string[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = endOfString(text, i);
    } else if (c === OPEN_ANGLE && opensPath(text, i)) {
      const end = text.indexOf('>', i);
      if (end > 0) i = end;
    } else if (c === 40 || c === 91 || c === 123) {
      depth++;
    } else if (c === 41 || c === 93 || c === 125) {
      if (depth === 0) {
        if (start < i || args.length > 0) args.push(text.slice(start, i));
        return { args, close: i };
      }
      depth--;
    } else if (c === COMMA && depth === 0) {
      args.push(text.slice(start, i));
      start = i + 1;
      while (text.charCodeAt(start) === SPACE) start++;
    }
  }
  const rest = text.slice(start).trim();
  if (rest !== '') args.push(rest);
  return { args, close: -1 };
}

function endOfString(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BACKSLASH) i++;
    else if (c === QUOTE) return i;
  }
  return text.length;
}

/** `3</etc/hosts>` and `AT_FDCWD</tmp>` open a path; `FUTEX_OP_SET<<28` and `0<<12` do not. */
function opensPath(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const digit = before >= 48 && before <= 57;
  return (digit || before === 68) && text.charCodeAt(at + 1) !== OPEN_ANGLE;
}
