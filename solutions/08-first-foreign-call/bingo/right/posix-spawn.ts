import type { LibraryHandle } from 'koffi';

/** strlen reads memory, sched_yield is one syscall with nothing to say, posix_spawnp starts a program without a shell. */
export function pick(libc: LibraryHandle) {
  const strlen = libc.func('strlen', 'size_t', ['str']);
  const yieldOnce = libc.func('sched_yield', 'int', []);
  const posixSpawn = libc.func(
    'int posix_spawnp(_Out_ int *pid, const char *file, void *actions, void *attributes, const char **argv, const char **envp)',
  );
  return {
    silent: () => strlen('message'),
    one: () => yieldOnce(),
    spawns: () => posixSpawn([0], 'true', null, null, ['true', null], [null]),
  };
}
