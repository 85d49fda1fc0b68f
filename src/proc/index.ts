export { freeMemory } from './free-memory.ts';
export { type Mapping, maps, parseMapping } from './maps.ts';
export { type OpenFile, openFiles } from './open-files.ts';
export { children, commandLine, descendants, processes } from './processes.ts';
export { type SmapsRollup, smapsRollup } from './smaps-rollup.ts';
export { parseStat, type Stat, stat } from './stat.ts';
export { type Status, status } from './status.ts';
export { type Thread, threads } from './threads.ts';
export { type WaitingOn, waitingOn } from './waiting-on.ts';
