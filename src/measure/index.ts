export { inContainer, machine } from './machine.ts';
export { madeOn } from './made-on.ts';
export { type SavedNumber, savedNumbers, saveNumber } from './numbers.ts';
export { changeState, readState, type SetAside, writeState } from './state-file.ts';
export { percentile, type Summary, summary } from './summary.ts';
export { type CallOptions, type CallTiming, timeCalls } from './time-calls.ts';
export {
  type Command,
  type ProcessOptions,
  type ProcessTiming,
  timeProcesses,
} from './time-processes.ts';
export { sampleWarnings } from './warnings.ts';
