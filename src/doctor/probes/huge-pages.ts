// Touches 16 MiB twice, asking for huge pages and then with huge pages forbidden, and reads how many KiB came as such.
import { readFileSync } from 'node:fs';
import koffi from 'koffi';

const SIZE = 16 * 1024 * 1024;
const [PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, MADV_HUGEPAGE] = [0x3, 0x22, 14];
const PR_SET_THP_DISABLE = 41;

const libc = koffi.load(null);
const mmap = libc.func(
  'void *mmap(void *at, size_t size, int prot, int flags, int fd, int64_t offset)',
);
const munmap = libc.func('int munmap(void *at, size_t size)');
const madvise = libc.func('int madvise(void *at, size_t size, int advice)');
const memset = libc.func('void *memset(void *at, int byte, size_t size)');
const prctl = libc.func('int prctl(int option, uint64_t a, uint64_t b, uint64_t c, uint64_t d)');

const hugeKiB = (): number =>
  Number(/^AnonHugePages:\s+(\d+)/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1]);

function gained(): number {
  const before = hugeKiB();
  const at = mmap(null, SIZE, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
  madvise(at, SIZE, MADV_HUGEPAGE);
  memset(at, 1, SIZE);
  const after = hugeKiB();
  munmap(at, SIZE);
  return after - before;
}

const asked = gained();
const forbids = prctl(PR_SET_THP_DISABLE, 1n, 0n, 0n, 0n) === 0;
console.log(JSON.stringify({ asked, forbidden: gained(), forbids }));
