import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../ask.ts';
import { limited, missing, type Question, works } from '../finding.ts';
import { why } from '../probe.ts';
import { install } from '../remedy.ts';

const CRASH = `int main(void) {
  volatile int *nowhere = 0;
  return *nowhere;
}
`;

/** Does gdb name the file and line where a C program crashed? */
export const gdb: Question = {
  id: 'gdb',
  title: 'gdb',
  neededFor: 'lessons 12 and 15',
  async ask(scratch) {
    const source = join(scratch, 'crash.c');
    writeFileSync(source, CRASH);
    const program = join(scratch, 'crash');
    const built = await ask(['gcc', '-g', source, '-o', program], { limit: 30_000 });
    if (built.end === 'no answer') throw new Error('no answer in time');
    const asked = await ask(
      [
        'gdb',
        '--nx',
        '--batch',
        '-ex',
        'set debuginfod enabled off',
        '-ex',
        'run',
        '-ex',
        'bt',
        program,
      ],
      { limit: 20_000 },
    );
    if (asked.end === 'not installed') return missing('gdb is not installed', install('gdb'));
    if (asked.end === 'no answer') throw new Error('no answer in time');
    if (built.code !== 0) {
      return limited('gdb starts, but there is no C program to try it on', 'See gcc above.');
    }
    return asked.stdout.includes('crash.c:3')
      ? works('it named the line where a C program crashed')
      : limited(
          `it did not find where a program crashed: ${why(asked)}`,
          'gdb needs ptrace: see strace above. Without it a crash is told by its signal and by the fault handler.',
        );
  },
};
