/**
 * Make the process that calls this end as a crash ends one: by a signal.
 * An exception is no crash, a non-zero exit code is no crash, and hanging until somebody
 * stops the process is none either.
 *
 * Try it: `./workshop check break-it`, or `await check('break-it')` in the lesson.
 */
export function breakIt(): void {
  throw new Error('not written yet');
}
