/**
 * List, in order, the files that the kernel is asked to execute when a program runs `cmd` with PATH set
 * to `path`: each one that execve is called with, up to and including the one that runs.
 *
 *     probes('true', '/nowhere:/usr/bin:/bin')   // ['/nowhere/true', '/usr/bin/true']
 *
 * Ask the file system as the search does, and run nothing. A relative answer such as 'bin/true' or
 * './true' means from the current directory.
 *
 * Try it: `./workshop check probes`, or `await check('probes')` in the lesson.
 */
export function probes(cmd: string, path: string): string[] {
  throw new Error('not written yet', { cause: { cmd, path } });
}
