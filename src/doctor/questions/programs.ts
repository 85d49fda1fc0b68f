import { ask } from '../ask.ts';
import { limited, missing, type Question, works } from '../finding.ts';
import { why } from '../probe.ts';
import { install } from '../remedy.ts';

// "交换" (exchange) in ISO-2022-CN-EXT: a designation, shift out, two characters, shift in.
const EXCHANGE = Buffer.from('\x1b$)A\x0e=;;;\x0f\n', 'latin1');

/** Does the iconv command know the charset that Node's TextDecoder does not? */
export const iconv: Question = {
  id: 'iconv',
  title: 'iconv',
  neededFor: 'the mailroom, in every lesson',
  async ask() {
    const argv = ['iconv', '-f', 'ISO-2022-CN-EXT', '-t', 'UTF-8'];
    const converted = await ask(argv, { input: EXCHANGE });
    if (converted.stdout === '交换\n') return works('it converted ISO-2022-CN-EXT');
    if (converted.end === 'not installed') {
      return missing('iconv is not installed', install('libc-bin'));
    }
    return missing(
      `it cannot convert ISO-2022-CN-EXT: ${why(converted)}`,
      "Install the rest of glibc's charsets: the package glibc-gconv-extra on Fedora, libc-bin on Debian; musl has none.",
    );
  },
};

const OTHERS: readonly { program: string; package: string; argv: readonly string[] }[] = [
  { program: 'file', package: 'file', argv: ['file', '--version'] },
  { program: 'lsof', package: 'lsof', argv: ['lsof', '-v'] },
  { program: 'ltrace', package: 'ltrace', argv: ['ltrace', '--version'] },
  { program: 'python3', package: 'python3', argv: ['python3', '--version'] },
  { program: 'script', package: 'bsdutils', argv: ['script', '--version'] },
  { program: 'sqlite3', package: 'sqlite3', argv: ['sqlite3', '--version'] },
  { program: 'stdbuf', package: 'coreutils', argv: ['stdbuf', '--version'] },
  { program: 'valgrind', package: 'valgrind', argv: ['valgrind', '--version'] },
];

/** Which of the programs that single experiments call are here? */
export const others: Question = {
  id: 'programs',
  title: 'other programs',
  neededFor: 'single experiments',
  async ask() {
    const replies = await Promise.all(OTHERS.map(({ argv }) => ask(argv)));
    const absent = OTHERS.filter((_, i) => replies[i]?.end !== 'exited');
    if (absent.length === 0) return works(OTHERS.map(({ program }) => program).join(', '));
    return limited(
      `not here: ${absent.map(({ program }) => program).join(', ')}`,
      install(...absent.map((other) => other.package)),
    );
  },
};
