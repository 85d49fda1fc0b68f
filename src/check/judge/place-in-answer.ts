import { fileURLToPath } from 'node:url';
import type { Place } from '../verdict.ts';

/** The first position of a stack, or of a syntax error's message, that lies in the answer; null when none does. */
export function placeInAnswer(stack: string, answer: string, shownAs: string): Place | null {
  for (const [, location = '', line, column] of stack.matchAll(POSITION)) {
    if (pathOf(location) === answer) {
      return { file: shownAs, line: Number(line), column: Number(column ?? 1) };
    }
  }
  return null;
}

const POSITION = /((?:file:\/\/)?\/[^\s():?]+)(?:\?[^\s():]*)?:(\d+)(?::(\d+))?/g;

function pathOf(location: string): string {
  return location.startsWith('file:') ? fileURLToPath(location) : location;
}
