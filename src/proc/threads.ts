import { listProc, readProc } from './read.ts';

/** A thread of a process, with the name its program gave it. */
export interface Thread {
  readonly tid: number;
  readonly name: string;
}

/** The threads of a process, the first among them; undefined when it is gone. */
export function threads(pid: number = process.pid): readonly Thread[] | undefined {
  const task = `/proc/${pid}/task`;
  return listProc(task)?.flatMap((tid) => {
    const name = readProc(`${task}/${tid}/comm`)?.trimEnd();
    return name === undefined ? [] : [{ tid: Number(tid), name }];
  });
}
