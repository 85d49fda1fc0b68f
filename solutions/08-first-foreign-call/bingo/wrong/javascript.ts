import type { LibraryHandle } from 'koffi';

export function pick(libc: LibraryHandle) {
  const getppid = libc.func('int getppid()');
  const system = libc.func('int system(const char *)');
  return {
    silent: () => Math.abs(-1),
    one: () => getppid(),
    spawns: () => system('true'),
  };
}
