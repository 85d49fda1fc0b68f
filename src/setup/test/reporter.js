import { inspect } from 'node:util';

/** @typedef {import('node:test').EventData.TestFail} Fail */

/**
 * A node:test reporter that writes one JSON value: the counts of the whole run and each failed test with its error.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} source
 */
export default async function* report(source) {
  /** @type {{name: string, file: string, error: string}[]} */
  const failures = [];
  let passed = 0;
  let skipped = 0;
  for await (const { type, data } of source) {
    if (type === 'test:fail' && data.todo === undefined && !isEcho(data))
      failures.push(failureOf(data));
    // The summary without a file is the one of the whole run.
    if (type === 'test:summary' && data.file === undefined) {
      passed = data.counts.passed;
      skipped = data.counts.skipped + data.counts.todo;
    }
  }
  yield JSON.stringify({ passed, failed: failures.length, skipped, failures });
}

// A suite fails because a test in it failed; the test is told, the suite is not.
/** @param {Fail} data */
const isEcho = ({ details: { error } }) =>
  'failureType' in error && error.failureType === 'subtestsFailed';

/** @param {Fail} data */
function failureOf({ name, file, line, details: { error } }) {
  return { name, file: file ? `${file}:${line}` : '', error: inspect(error.cause ?? error) };
}
