/** Run as a program: loads the library named on the command line and prints the file that the linker took. */
import { realpathSync } from 'node:fs';
import koffi from 'koffi';

const RTLD_LAZY = 1;
const RTLD_DI_LINKMAP = 2;

const process_ = koffi.load(null);
const dlopen = process_.func('void *dlopen(const char *name, int flags)') as (
  name: string,
  flags: number,
) => bigint | null;
const dlinfo = process_.func('int dlinfo(void *handle, int request, _Out_ void **answer)') as (
  handle: bigint,
  request: number,
  answer: (bigint | null)[],
) => number;

const handle = dlopen(process.argv[2] ?? '', RTLD_LAZY);
const map: (bigint | null)[] = [null];
// The start of <link.h>'s struct link_map: the load address, then the file as the linker found it.
const LinkMap = koffi.struct({ l_addr: 'size_t', l_name: 'const char *' });
const found =
  handle !== null && dlinfo(handle, RTLD_DI_LINKMAP, map) === 0 && map[0]
    ? (koffi.decode(map[0], LinkMap) as { l_name: string }).l_name
    : null;
console.log(`\n${JSON.stringify(found === null ? null : realpathSync(found))}`);
