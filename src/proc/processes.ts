import { listProc, readProc } from './read.ts';
import { type Stat, stat } from './stat.ts';

/** Every process that this one can see, in the order of their pids. */
export function processes(): readonly Stat[] {
  const names = listProc('/proc') ?? [];
  return names
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => stat(Number(name)) ?? [])
    .sort((a, b) => a.pid - b.pid);
}

/** The children of a process, zombies among them, in the order of their pids. */
export function children(pid: number = process.pid): readonly Stat[] {
  return processes().filter((other) => other.parent === pid);
}

/** The children, their children and so on; those of a process that has ended belong to whoever adopted them. */
export function descendants(pid: number = process.pid): readonly Stat[] {
  const all = processes();
  const found: Stat[] = [];
  const look = (parent: number) => {
    for (const child of all.filter((other) => other.parent === parent)) {
      found.push(child);
      look(child.pid);
    }
  };
  look(pid);
  return found;
}

/** The arguments a process was started with, as anyone on the machine can read them; undefined when it is gone. */
export function commandLine(pid: number): readonly string[] | undefined {
  return readProc(`/proc/${pid}/cmdline`)?.split('\0').slice(0, -1);
}
