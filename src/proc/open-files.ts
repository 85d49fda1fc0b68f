import { fields } from './fields.ts';
import { linkProc, listProc, readProc } from './read.ts';

/** O_CLOEXEC in the octal flags of fdinfo; the value is the same on x86-64 and arm64. */
const CLOSE_ON_EXEC = 0o2000000;

/** One descriptor of a process and what it leads to. */
export interface OpenFile {
  readonly fd: number;
  /** A path, or `pipe:[…]`, `socket:[…]`, `anon_inode:[…]`; two descriptors with the same `pipe:[…]` are the same pipe. */
  readonly target: string;
  /** True when a program started from this process will not inherit it. */
  readonly closeOnExec: boolean;
  readonly position: number;
}

/** The open descriptors of a process, the one of this very listing left out; undefined when it is gone. */
export function openFiles(pid: number = process.pid): readonly OpenFile[] | undefined {
  const folder = `/proc/${pid}/fd`;
  const names = listProc(folder);
  return names?.flatMap((name) => openFile(pid, Number(name)) ?? []).sort((a, b) => a.fd - b.fd);
}

function openFile(pid: number, fd: number): OpenFile | undefined {
  const target = linkProc(`/proc/${pid}/fd/${fd}`);
  const info = readProc(`/proc/${pid}/fdinfo/${fd}`);
  if (target === undefined || info === undefined) return undefined;
  const of = fields(info);
  return {
    fd,
    target,
    closeOnExec: (Number.parseInt(of.get('flags') ?? '0', 8) & CLOSE_ON_EXEC) !== 0,
    position: Number(of.get('pos') ?? 0),
  };
}
