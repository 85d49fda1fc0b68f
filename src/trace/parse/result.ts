import type { Result } from '../events.ts';
import { decodeEscapes } from './strings.ts';

const SHAPE = /^(-?0x[0-9a-f]+|-?\d+|\?)(?:<((?:[^>])*)>)?(?: (E[A-Z0-9_]+))?/;

/** Reads what follows the equals sign: `3</etc/hosts>`, `-1 ENOENT (…)`, `0x2 (flags …)`, `? ERESTARTSYS (…)`, `0 (Timeout)`; undefined when it is none of these. */
export function readResult(text: string): Result | undefined {
  if (text === '0') return ZERO;
  const shape = SHAPE.exec(text);
  if (shape === null) return undefined;
  const [, number = '?', path, errno] = shape;
  return {
    text,
    value: number === '?' ? null : readNumber(number),
    ...(errno !== undefined && { errno }),
    ...(path !== undefined && { path: decodeEscapes(path) }),
    ...(text.endsWith(' (INJECTED)') && { injected: true as const }),
  };
}

const ZERO: Result = { text: '0', value: 0 };

/** strace writes octal as C does, with a leading zero (`umask(022) = 022`). */
function readNumber(text: string): number {
  return /^-?0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
}
