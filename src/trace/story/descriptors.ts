import type { SyscallEvent } from '../events.ts';
import { decodeEscapes, textArgument } from '../parse/strings.ts';

/** A file descriptor as strace prints it with `-y`. */
export interface Descriptor {
  readonly fd: number;
  /** A path, or `pipe:[…]`, `socket:[…]`, `anon_inode:[…]`. */
  readonly path: string | undefined;
  /** True when the file has been unlinked since it was opened. */
  readonly deleted: boolean;
}

/** Reads `3</etc/hosts>` or `3</tmp/x>(deleted)`; undefined when the argument is no descriptor. */
export function descriptor(arg: string | undefined): Descriptor | undefined {
  const shape = /^(-?\d+|AT_FDCWD)(?:<([^>]*)>)?(\(deleted\))?$/.exec(arg ?? '');
  if (shape === null) return undefined;
  return {
    fd: shape[1] === 'AT_FDCWD' ? AT_FDCWD : Number(shape[1]),
    path: shape[2] === undefined ? undefined : decodeEscapes(shape[2]),
    deleted: shape[3] !== undefined,
  };
}

/** The pseudo descriptor that stands for the current directory. */
export const AT_FDCWD = -100;

/** The descriptor a call works on: its first argument, where that one shows a path. */
export function descriptorOf(call: SyscallEvent): Descriptor | undefined {
  const first = descriptor(call.args[0]);
  return first?.path === undefined || first.fd === AT_FDCWD ? undefined : first;
}

/** The path a call names as text (`open`, `openat`, `execve`, `stat` …); undefined when it names none. */
export function pathOf(call: SyscallEvent): string | undefined {
  const [first, second] = call.args;
  if (first?.startsWith('"')) return PATH_FIRST.test(call.name) ? textArgument(first) : undefined;
  if (second?.startsWith('"') && PATH_SECOND.test(call.name)) return textArgument(second);
  return undefined;
}

const PATH_FIRST =
  /^(open|creat|l?stat|access|readlink|unlink|rename|mkdir|rmdir|ch(dir|mod|own|root)|lchown|truncate|execve|link|symlink|mknod|statfs|utimes?|mount|umount2|l?(get|set|list|remove)xattr)$/;
const PATH_SECOND = /(at|at2|statx|at64)$/;
