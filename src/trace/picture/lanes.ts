import type { Trace } from '../events.ts';
import { type Task, tasks } from '../story/tasks.ts';
import { isWaiting } from '../story/waiting.ts';

const MOST_LANES = 20;

/** One row of the picture. */
export interface Lane {
  readonly label: string;
  readonly task: Task;
}

/** Which rows are drawn, and how many threads had nothing to show or no room. */
export interface Lanes {
  readonly shown: readonly Lane[];
  readonly left: number;
}

/**
 * A row for every process and every thread that did more than sleep, each process followed by its threads and then its children.
 * Where there are more than twenty, the busiest stay.
 */
export function lanes(trace: Trace): Lanes {
  const all = tasks(trace);
  const busy = all.filter((task) => task.kind === 'process' || isBusy(task));
  const kept = new Set(busy.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_LANES));
  const ordered = inFamilies(all).filter((task) => kept.has(task));
  return { shown: labelled(ordered), left: all.length - ordered.length };
}

function isBusy(task: Task): boolean {
  return task.events.some((event) => event.kind !== 'syscall' || !isWaiting(event));
}

/** Processes weigh more than threads of any number of calls: their births are the story. */
function weight(task: Task): number {
  return task.events.length + (task.kind === 'process' ? 1e9 : 0);
}

function inFamilies(all: readonly Task[]): Task[] {
  const ordered: Task[] = [];
  const visit = (task: Task) => {
    if (ordered.includes(task)) return;
    ordered.push(task);
    const children = all.filter((other) => other.parent === task.pid || isThreadOf(other, task));
    for (const kind of ['thread', 'process']) {
      for (const child of children) if (child.kind === kind) visit(child);
    }
  };
  for (const task of all) visit(task);
  return ordered;
}

function isThreadOf(other: Task, task: Task): boolean {
  return other.kind === 'thread' && other.process === task.pid;
}

/** A kernel that has run out of ids gives one out twice; labels must still differ. */
function labelled(ordered: readonly Task[]): Lane[] {
  const seen = new Map<string, number>();
  return ordered.map((task) => {
    const plain = `${task.kind === 'thread' ? '· ' : ''}${task.name} ${task.pid}`;
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    return { task, label: times === 1 ? plain : `${plain} (${times})` };
  });
}
