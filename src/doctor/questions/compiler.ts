import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from '../ask.ts';
import { limited, missing, type Question, works } from '../finding.ts';
import { why } from '../probe.ts';
import { install } from '../remedy.ts';

/** Does gcc build a program that runs? */
export const gcc: Question = {
  id: 'gcc',
  title: 'gcc',
  neededFor: 'C in every lesson from 05 on',
  async ask(scratch) {
    const source = join(scratch, 'answer.c');
    writeFileSync(source, '#include <stdio.h>\nint main(void) { return puts("42") < 0; }\n');
    const program = join(scratch, 'answer');
    const built = await ask(['gcc', source, '-o', program], { limit: 30_000 });
    if (built.end === 'not installed') {
      return missing('gcc is not installed', install('gcc', 'libc6-dev'));
    }
    if (built.end === 'no answer') throw new Error('no answer in time');
    if (built.code !== 0) {
      return missing(`gcc builds nothing: ${why(built)}`, install('gcc', 'libc6-dev'));
    }
    const ran = await ask([program]);
    return ran.stdout === '42\n'
      ? works('it built a program, and the program ran')
      : missing(
          `what gcc built does not run: ${why(ran)}`,
          `Let programs run from ${scratch}: mount it without noexec, or set TMPDIR to another folder.`,
        );
  },
};

/** Does make run, and is everything in native/ built? */
export const make: Question = {
  id: 'make',
  title: 'make',
  neededFor: 'the C libraries in native/',
  async ask() {
    const native = fileURLToPath(new URL('../../../native/', import.meta.url));
    // --question builds nothing: 0 when all is up to date, 1 when something is to be built.
    const asked = await ask(['make', '--question', '--directory', native]);
    if (asked.end === 'not installed') return missing('make is not installed', install('make'));
    if (asked.end === 'no answer') throw new Error('no answer in time');
    if (asked.code === 0) return works('every library and program in native/ is built');
    if (!existsSync(join(native, 'build/supervise'))) {
      return missing(
        'native/ is not built, and without it nothing can be checked',
        'Run: npm start',
      );
    }
    if (asked.code === 1) {
      return limited('native/ is not built, or older than its sources', 'Run: make -C native');
    }
    return missing(`make cannot read native/Makefile: ${why(asked)}`, 'Run: ./workshop update');
  },
};
