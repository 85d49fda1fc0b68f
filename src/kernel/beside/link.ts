import type { Connection } from '../wire/connection.ts';
import type { Header } from '../wire/message.ts';
import type { Shared } from './shared.ts';

/** The two streams of a process that a cell shows. */
export type StreamName = 'stdout' | 'stderr';

/** What the second thread is started with. */
export type Start = {
  shared: Shared;
  connection: Connection;
  kernelInfo: object;
  /** The read ends of the pipes behind descriptors 1 and 2. */
  pipes: Record<StreamName, number>;
  /** How many bytes a pipe holds at most. */
  capacity: number;
  parents: readonly number[];
};

/** What the first thread asks of the second. */
export type Task =
  | { kind: 'publish'; frames: (string | Uint8Array)[] }
  | { kind: 'begin'; parent: Header }
  | { kind: 'count' }
  | { kind: 'barrier' }
  | { kind: 'close' };

/** From the first thread to the second, numbered in order. */
export type ToBeside = Task & { number: number };

/** From the second thread to the first. */
export type FromBeside =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'counted'; interrupts: number }
  | { kind: 'interrupted'; cell: number }
  | { kind: 'end'; code: number }
  | { kind: 'closed' };
