import type { CheckRecord } from '../records.ts';
import { count, fields, flag, oneOf, optional, text, whole } from '../shape.ts';

const value = fields({ shown: text, text: optional(text) });

const error = fields({
  name: text,
  message: text,
  code: optional(text),
  stack: text,
  assertion: optional(fields({ operator: text, generated: flag, actual: value, expected: value })),
});

const SHAPES = [
  fields({
    type: oneOf('test'),
    name: text,
    nesting: count,
    file: text,
    ok: flag,
    skipped: flag,
    failureType: optional(text),
    error: optional(error),
  }),
  fields({ type: oneOf('exit'), code: whole, stack: text }),
  fields({ type: oneOf('uncaught'), error }),
  fields({ type: oneOf('end'), success: flag }),
];

/** Reads what came over the channel. A record that our reporter would not send is not believed: it is null. */
export function readRecord(record: unknown): CheckRecord | null {
  return SHAPES.some((shape) => shape(record)) ? (record as CheckRecord) : null;
}
