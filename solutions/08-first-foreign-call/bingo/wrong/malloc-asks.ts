import type { LibraryHandle } from 'koffi';

export function pick(libc: LibraryHandle) {
  const abs = libc.func('int abs(int)');
  const malloc = libc.func('void *malloc(size_t)');
  const system = libc.func('int system(const char *)');
  return {
    silent: () => abs(-1),
    one: () => malloc(16),
    spawns: () => system('true'),
  };
}
