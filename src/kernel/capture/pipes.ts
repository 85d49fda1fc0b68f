import { closeSync, openSync } from 'node:fs';
import { duplicate, duplicateOnto, openPipe, sizePipe } from '../libc.ts';

const WANTED_BYTES = 1024 * 1024;

/** The captured descriptors: where to read, how much a pipe holds, and the log of the server. */
export type Captured = {
  pipes: { stdout: number; stderr: number };
  capacity: number;
  /** Where the kernel itself reports what belongs to no cell. */
  log: number;
};

/**
 * Puts pipes behind descriptors 1 and 2 of the whole process, children and C code included, and
 * nothing behind 0: a child that reads finds the end at once instead of waiting for ever.
 */
export function capture(): Captured {
  const log = duplicate(2);
  const stdout = openPipe();
  const stderr = openPipe();
  const nothing = openSync('/dev/null', 'r');
  duplicateOnto(nothing, 0);
  duplicateOnto(stdout.writeEnd, 1);
  duplicateOnto(stderr.writeEnd, 2);
  for (const fd of [nothing, stdout.writeEnd, stderr.writeEnd]) closeSync(fd);
  const capacity = Math.max(sizePipe(1, WANTED_BYTES), sizePipe(2, WANTED_BYTES));
  return { pipes: { stdout: stdout.readEnd, stderr: stderr.readEnd }, capacity, log };
}
