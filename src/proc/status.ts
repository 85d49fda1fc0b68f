import { bytes, fields } from './fields.ts';
import { readProc } from './read.ts';

/** What /proc/PID/status says of a process; sizes in bytes. */
export interface Status {
  readonly pid: number;
  /** The program's name, at most 15 bytes of it. */
  readonly name: string;
  /** One letter: R running, S sleeping, D uninterruptible, T stopped, t traced, Z zombie. */
  readonly state: string;
  readonly parent: number;
  /** The process that traces it; 0 for none. */
  readonly tracer: number;
  readonly threads: number;
  /** Resident memory: the sum counts shared pages once for each process that maps them. */
  readonly resident: number;
  readonly virtual: number;
  readonly swapped: number;
  readonly voluntarySwitches: number;
  readonly involuntarySwitches: number;
}

/** Reads the status of a process or thread; undefined when it is gone. */
export function status(pid: number | 'self' = 'self'): Status | undefined {
  const text = readProc(`/proc/${pid}/status`);
  if (text === undefined) return undefined;
  const of = fields(text);
  return {
    pid: Number(of.get('Pid')),
    name: of.get('Name') ?? '',
    state: of.get('State')?.[0] ?? '?',
    parent: Number(of.get('PPid')),
    tracer: Number(of.get('TracerPid')),
    threads: Number(of.get('Threads')),
    resident: bytes(of.get('VmRSS')),
    virtual: bytes(of.get('VmSize')),
    swapped: bytes(of.get('VmSwap')),
    voluntarySwitches: Number(of.get('voluntary_ctxt_switches') ?? 0),
    involuntarySwitches: Number(of.get('nonvoluntary_ctxt_switches') ?? 0),
  };
}
