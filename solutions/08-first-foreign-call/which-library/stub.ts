/**
 * Name the file that loading a shared library really maps into this process.
 *
 *     whichLibrary('libresolv.so.2')   // '/usr/lib/x86_64-linux-gnu/libresolv.so.2', on some machines
 *     whichLibrary('libnowhere.so')    // null: there is none
 *
 * A name with a slash in it is the path of a file. Where the answer is a link, the file behind it is
 * as good an answer.
 *
 * Try it: `./workshop check which-library`, or `await check('which-library')` in the lesson.
 */
export function whichLibrary(name: string): string | null {
  throw new Error('not written yet', { cause: name });
}
