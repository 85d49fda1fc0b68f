import type { CheckRecord } from '../records.ts';
import type { TestResult } from '../verdict.ts';

/**
 * How each declared test went. Only top-level tests that the test file itself declared count: an answer may call
 * node:test too, and skipping a test is not passing it.
 */
export function testResults(
  declared: readonly string[],
  records: readonly CheckRecord[],
  testFile: string,
): TestResult[] {
  const own = records.filter(
    (record) => record.type === 'test' && record.nesting === 0 && record.file === testFile,
  );
  return declared.map((name) => {
    const matching = own.filter((record) => record.type === 'test' && record.name === name);
    if (matching.some((record) => record.type === 'test' && !record.ok)) {
      return { name, result: 'failed' };
    }
    const ran = matching.some((record) => record.type === 'test' && !record.skipped);
    return { name, result: ran ? 'passed' : 'not run' };
  });
}
