import { basename } from 'node:path';
import type { SyscallEvent, Trace, TraceEvent } from '../events.ts';
import { textArgument } from '../parse/strings.ts';
import { born, isThreadBirth } from './births.ts';
import { execPath, isExecSuccess } from './execs.ts';

/** One thread's life as the trace shows it; a process is its first thread. Times are in seconds since 1970. */
export interface Task {
  readonly pid: number;
  readonly kind: 'process' | 'thread';
  /** The process this thread belongs to: its own pid for a process. */
  readonly process: number;
  /** The process or thread that created it; undefined where it was there before the trace. */
  readonly parent: number | undefined;
  /** The last program of a process; the own name of a thread. */
  name: string;
  /** Undefined where it was there before the trace. */
  readonly born: number | undefined;
  /** Undefined where it was still there at the end. */
  ended: number | undefined;
  readonly events: TraceEvent[];
}

/** The processes and threads of a trace in the order in which they were born, the root first. */
export function tasks(trace: Trace): readonly Task[] {
  const family = new FamilyTree(trace);
  for (const event of trace.events) family.take(event);
  return family.all.filter((task) => task.events.length > 0);
}

class FamilyTree {
  readonly all: Task[] = [];
  readonly #current = new Map<number, Task>();

  constructor({ root, threads }: Trace) {
    this.#add({ pid: root, kind: 'process', process: root, name: program(threads.get(root)) });
    for (const [pid, name] of threads) {
      if (pid !== root) this.#add({ pid, kind: 'thread', process: root, name });
    }
  }

  take(event: TraceEvent): void {
    const task = this.#current.get(event.pid) ?? this.#stranger(event.pid);
    task.events.push(event);
    if (event.kind === 'exit' || event.kind === 'killed') task.ended = event.time;
    if (event.kind === 'superseded') this.#supersede(event.by, event.time);
    if (event.kind !== 'syscall') return;
    this.#birth(task, event);
    if (isExecSuccess(event)) this.#exec(task, event);
    if (task.kind === 'thread' && event.name === 'prctl' && event.args[0] === 'PR_SET_NAME') {
      task.name = textArgument(event.args[1]) ?? task.name;
    }
  }

  #birth(task: Task, call: SyscallEvent): void {
    const pid = born(call);
    if (pid === undefined) return;
    const thread = isThreadBirth(call);
    this.#add({
      pid,
      kind: thread ? 'thread' : 'process',
      process: thread ? task.process : pid,
      parent: task.pid,
      born: call.time,
      name: this.#leader(task).name,
    });
  }

  #exec(task: Task, call: SyscallEvent): void {
    this.#leader(task).name = basename(execPath(call) ?? '') || task.name;
  }

  #supersede(pid: number, time: number): void {
    const task = this.#current.get(pid);
    if (task !== undefined) task.ended = time;
  }

  #leader(task: Task): Task {
    return this.#current.get(task.process) ?? task;
  }

  /** A thread whose birth the trace does not show. */
  #stranger(pid: number): Task {
    return this.#add({ pid, kind: 'process', process: pid, name: 'process' });
  }

  #add(known: Pick<Task, 'pid' | 'kind' | 'process' | 'name'> & Partial<Task>): Task {
    const task: Task = {
      parent: undefined,
      born: undefined,
      ended: undefined,
      events: [],
      ...known,
    };
    this.all.push(task);
    this.#current.set(task.pid, task);
    return task;
  }
}

/** Node calls its first thread `node-MainThread`; as a process it is node. */
function program(comm: string | undefined): string {
  return (comm ?? 'process').replace(/-MainThread$/, '');
}
