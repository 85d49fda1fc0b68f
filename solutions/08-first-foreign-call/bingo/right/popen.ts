import type { LibraryHandle } from 'koffi';

/** atoi computes, close of a bad descriptor is one refused syscall, popen starts a shell at the other end of a pipe. */
export function pick(libc: LibraryHandle) {
  const atoi = libc.func('int atoi(const char *)');
  const close = libc.func('int close(int)');
  const popen = libc.func('void *popen(const char *, const char *)');
  const pclose = libc.func('int pclose(void *)');
  return {
    silent: () => atoi('42'),
    one: () => close(-1),
    spawns: () => pclose(popen('exit 3', 'r')),
  };
}
