import { readProc } from './read.ts';

/** One mapping of a process's address space; addresses as hexadecimal text, size in bytes. */
export interface Mapping {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  /** `r`, `w`, `x`, and `p` for private (copy-on-write) or `s` for shared. */
  readonly permissions: string;
  readonly offset: number;
  /** A file, `[heap]`, `[stack]`, `[vdso]`; empty for anonymous memory. */
  readonly path: string;
}

const LINE = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) ([0-9a-f]+) \S+ \d+ *(.*)$/;

/** The address space of a process in the order of addresses; undefined when it is gone. */
export function maps(pid: number | 'self' = 'self'): readonly Mapping[] | undefined {
  return readProc(`/proc/${pid}/maps`)
    ?.split('\n')
    .flatMap((line) => parseMapping(line) ?? []);
}

/** Reads one line of maps; a newline in a path stands there as `\012`. */
export function parseMapping(line: string): Mapping | undefined {
  const parts = LINE.exec(line);
  if (parts === null) return undefined;
  const [, from = '', to = '', permissions = '', offset = '', path = ''] = parts;
  return {
    from,
    to,
    size: Number(BigInt(`0x${to}`) - BigInt(`0x${from}`)),
    permissions,
    offset: Number.parseInt(offset, 16),
    path,
  };
}
