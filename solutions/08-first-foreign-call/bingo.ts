import type { LibraryHandle } from 'koffi';

/** abs only computes, getppid is one question to the kernel, system runs a shell. */
export function pick(libc: LibraryHandle): {
  silent(): unknown;
  one(): unknown;
  spawns(): unknown;
} {
  const abs = libc.func('int abs(int)');
  const getppid = libc.func('int getppid()');
  const system = libc.func('int system(const char *)');
  return { silent: () => abs(-1), one: () => getppid(), spawns: () => system('true') };
}
