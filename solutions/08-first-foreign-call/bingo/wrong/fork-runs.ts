import type { LibraryHandle } from 'koffi';

export function pick(libc: LibraryHandle) {
  const abs = libc.func('int abs(int)');
  const getppid = libc.func('int getppid()');
  const fork = libc.func('int fork()');
  return {
    silent: () => abs(-1),
    one: () => getppid(),
    spawns: () => fork(),
  };
}
