/**
 * Run a command, any command, and say which process it ran in and which process started that one.
 *
 *     await whoRan()   // { child: 4711, parent: 4242 }, where process.pid is 4242
 *
 * Both are numbers. When the promise resolves, the child has ended.
 *
 * Try it: `./workshop check who-ran`, or `await check('who-ran')` in the lesson.
 */
export async function whoRan(): Promise<{ child: number; parent: number }> {
  throw new Error('not written yet');
}
