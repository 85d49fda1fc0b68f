import { types } from 'node:util';
import type { ErrorRecord } from '../records.ts';
import { inspectValue } from './inspect-value.ts';

const LONGEST = 8_000;

/** Describes any thrown value so that it can cross to the checker; never throws, whatever its getters do. */
export function describeError(thrown: unknown): ErrorRecord {
  if (!types.isNativeError(thrown)) {
    return { name: 'thrown value', message: inspectValue(thrown).shown, stack: '' };
  }
  const code = read(thrown, 'code');
  const record: ErrorRecord = {
    name: String(read(thrown, 'name')).slice(0, 200),
    message: String(read(thrown, 'message')).slice(0, LONGEST),
    stack: String(read(thrown, 'stack')).slice(0, LONGEST),
    ...(typeof code === 'string' ? { code } : {}),
  };
  if (code !== 'ERR_ASSERTION') return record;
  return {
    ...record,
    assertion: {
      operator: String(read(thrown, 'operator')).slice(0, 200),
      generated: read(thrown, 'generatedMessage') === true,
      actual: inspectValue(read(thrown, 'actual')),
      expected: inspectValue(read(thrown, 'expected')),
    },
  };
}

function read(error: Error, key: string): unknown {
  try {
    return Reflect.get(error, key);
  } catch {
    return undefined;
  }
}
