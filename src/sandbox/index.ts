export { openChannel, type RecordChannel } from './channel.ts';
export { describe } from './describe.ts';
export { inSandbox } from './in-sandbox.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export type {
  AsanReport,
  Ending,
  Fault,
  JavaScriptFrame,
  Limited,
  NativeFrame,
  Observed,
  Outcome,
  ProgramResult,
  Thrown,
} from './outcome.ts';
export { type Program, runProgram } from './program.ts';
export { type RunOptions, run } from './run.ts';
