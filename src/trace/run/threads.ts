import { readdirSync, readFileSync } from 'node:fs';

/** The threads of a process and their names, as the kernel knows them now. */
export function threadNames(pid: number): Map<number, string> {
  const names = new Map<number, string>();
  for (const tid of readdirSync(`/proc/${pid}/task`)) {
    try {
      names.set(Number(tid), readFileSync(`/proc/${pid}/task/${tid}/comm`, 'utf8').trim());
    } catch {
      // This thread ended after the folder was listed.
    }
  }
  return names;
}
