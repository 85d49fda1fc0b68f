import { inspect } from 'node:util';

const LONGEST_TEXT = 4_000;

/** Shows a value as util.inspect does, within a length that a verdict can carry. */
export function inspectValue(value: unknown): { shown: string; text?: string } {
  const shown = show(value);
  return typeof value === 'string' ? { shown, text: value.slice(0, LONGEST_TEXT) } : { shown };
}

function show(value: unknown): string {
  try {
    return inspect(value, {
      depth: 4,
      maxArrayLength: 40,
      maxStringLength: LONGEST_TEXT,
      breakLength: 76,
    }).slice(0, 2 * LONGEST_TEXT);
  } catch {
    return 'a value that cannot be shown';
  }
}
