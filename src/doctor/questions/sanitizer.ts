import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../ask.ts';
import { limited, missing, type Question, works } from '../finding.ts';
import { why } from '../probe.ts';
import { install } from '../remedy.ts';

const OVERRUN = `#include <stdlib.h>
int main(int argc, char **argv) { (void)argv; char *p = malloc(8); p[7 + argc] = 1; free(p); return 0; }
`;

/** Does AddressSanitizer find an overrun of one byte, and does Node start with it loaded? */
export const addressSanitizer: Question = {
  id: 'asan',
  title: 'AddressSanitizer',
  neededFor: 'lessons 10 and 12',
  async ask(scratch) {
    const source = join(scratch, 'overrun.c');
    writeFileSync(source, OVERRUN);
    const program = join(scratch, 'overrun');
    const built = await ask(['gcc', '-g', '-fsanitize=address', source, '-o', program], {
      limit: 30_000,
    });
    if (built.end === 'not installed') {
      return missing('it comes with gcc, which is not installed', install('gcc', 'libc6-dev'));
    }
    if (built.end === 'no answer') throw new Error('no answer in time');
    if (built.code !== 0) {
      return missing(`gcc cannot link it: ${why(built)}`, install('gcc', 'libc6-dev'));
    }
    const ran = await ask([program], { env: { ASAN_OPTIONS: 'detect_leaks=0' } });
    if (ran.end === 'no answer') throw new Error('no answer in time');
    if (!ran.stderr.includes('heap-buffer-overflow')) {
      return limited(
        `it did not report an overrun of one byte: ${why(ran)}`,
        'Lower vm.mmap_rnd_bits to 28 on the host (sudo sysctl vm.mmap_rnd_bits=28), or use a newer gcc.',
      );
    }
    return besideNode();
  },
};

async function besideNode() {
  const library = (await ask(['gcc', '-print-file-name=libasan.so'])).stdout.trim();
  const node = await ask([process.execPath, '--eval', 'process.stdout.write("up")'], {
    env: { LD_PRELOAD: library, ASAN_OPTIONS: 'detect_leaks=0' },
  });
  return node.stdout === 'up'
    ? works('it reported an overrun of one byte, and Node starts with it loaded')
    : limited(
        `it works in C, but Node does not start with it loaded: ${why(node)}`,
        'Its reports on code called from Node are shown from a C program instead.',
      );
}
