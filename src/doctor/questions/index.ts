import type { Question } from '../finding.ts';
import { koffi, nodeFfi } from './bridges.ts';
import { gcc, make } from './compiler.ts';
import { gdb } from './debugger.ts';
import { processes, seccomp } from './kernel.ts';
import { hugePages, memory } from './memory.ts';
import { iconv, others } from './programs.ts';
import { addressSanitizer } from './sanitizer.ts';
import { strace } from './strace.ts';

/** Everything the lessons rely on, in the order in which a learner meets it. */
export const questions: readonly Question[] = [
  strace,
  iconv,
  processes,
  seccomp,
  memory,
  hugePages,
  gcc,
  make,
  koffi,
  nodeFfi,
  gdb,
  addressSanitizer,
  others,
];
