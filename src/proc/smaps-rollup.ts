import { bytes, fields } from './fields.ts';
import { readProc } from './read.ts';

/** The memory of a process, summed over its mappings; all in bytes. */
export interface SmapsRollup {
  /** Resident pages, shared ones in full. */
  readonly rss: number;
  /** Each page divided by the number of processes that map it: these sums add up. */
  readonly pss: number;
  readonly sharedClean: number;
  readonly sharedDirty: number;
  readonly privateClean: number;
  /** What would be free again if this process ended. */
  readonly privateDirty: number;
  readonly swap: number;
  /** Anonymous memory in huge pages. */
  readonly hugePages: number;
}

/** Reads /proc/PID/smaps_rollup; undefined when the process is gone or a zombie. */
export function smapsRollup(pid: number | 'self' = 'self'): SmapsRollup | undefined {
  const text = readProc(`/proc/${pid}/smaps_rollup`);
  if (text === undefined || text === '') return undefined;
  const of = fields(text);
  return {
    rss: bytes(of.get('Rss')),
    pss: bytes(of.get('Pss')),
    sharedClean: bytes(of.get('Shared_Clean')),
    sharedDirty: bytes(of.get('Shared_Dirty')),
    privateClean: bytes(of.get('Private_Clean')),
    privateDirty: bytes(of.get('Private_Dirty')),
    swap: bytes(of.get('Swap')),
    hugePages: bytes(of.get('AnonHugePages')),
  };
}
