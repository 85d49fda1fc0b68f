import assert from 'node:assert';
import test from 'node:test';

/**
 * Freezes node:assert and node:test, so that an answer which replaces an assertion by one that agrees
 * to everything gets a TypeError at that line, and not a pass.
 */
export function guardAssertions(): void {
  for (const functions of [assert, assert.strict, test]) {
    for (const key of Object.getOwnPropertyNames(functions)) {
      const value: unknown = Object.getOwnPropertyDescriptor(functions, key)?.value;
      if (typeof value === 'function') Object.freeze(value);
    }
    Object.freeze(functions);
  }
}
