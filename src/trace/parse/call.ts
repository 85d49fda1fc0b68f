import type { Result } from '../events.ts';
import { splitArguments } from './arguments.ts';
import { readResult } from './result.ts';

/** A call as one line of text tells it; no result where the line says that there is none. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly result?: Result;
  readonly duration?: number;
}

const NAME = /^([A-Za-z_0-9]+|\?{3,4})\(/;
const NEVER = ' <unfinished ...>) = ?';
const DETACHED = ' <detached ...>';

/** Reads `name(args) = result <duration>`; undefined when the text is no call. */
export function readCall(text: string): Call | undefined {
  const open = text.indexOf('(');
  if (open < 1 || !NAME.test(text)) return undefined;
  const name = text.slice(0, open);
  const cut = text.endsWith(NEVER) ? NEVER : text.endsWith(DETACHED) ? DETACHED : undefined;
  if (cut !== undefined) {
    return { name, args: splitArguments(text.slice(0, -cut.length), open + 1).args };
  }
  const { args, close } = splitArguments(text, open + 1);
  if (close < 0) return undefined;
  return readTail(name, args, text.slice(close + 1));
}

/** A call that never came to its end: only its name and the arguments printed so far. */
export function readHead(text: string): Call | undefined {
  if (!NAME.test(text)) return undefined;
  const open = text.indexOf('(');
  return { name: text.slice(0, open), args: splitArguments(text, open + 1).args };
}

function readTail(name: string, args: readonly string[], tail: string): Call | undefined {
  const equals = tail.indexOf('= ');
  if (equals < 0 || tail.slice(0, equals).trim() !== '') return undefined;
  const timed = / <(\d+\.\d+)>$/.exec(tail);
  const end = timed === null ? tail.length : timed.index;
  const result = readResult(tail.slice(equals + 2, end).trimEnd());
  if (result === undefined) return undefined;
  return timed === null
    ? { name, args, result }
    : { name, args, result, duration: Number(timed[1]) };
}
