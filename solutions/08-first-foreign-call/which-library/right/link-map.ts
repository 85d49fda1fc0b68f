import koffi from 'koffi';

const [RTLD_LAZY, RTLD_DI_LINKMAP] = [1, 2];

/** The loader keeps a record of every library it has loaded: dlinfo gives its address, and the name is its second field. */
export function whichLibrary(name: string): string | null {
  const lib = koffi.load(null);
  const dlopen = lib.func('void *dlopen(const char *name, int flags)');
  const dlinfo = lib.func('int dlinfo(void *handle, int request, _Out_ void **result)');
  const handle = dlopen(name, RTLD_LAZY);
  if (handle === null) return null;
  const record: [bigint] = [0n];
  dlinfo(handle, RTLD_DI_LINKMAP, record);
  return koffi.decode(record[0], 8, 'char *');
}
