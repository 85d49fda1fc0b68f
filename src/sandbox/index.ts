export { openChannel, type RecordChannel } from './channel.ts';
export {
  type InSandboxOptions,
  inSandbox,
  type LibraryChoice,
  nativeLibrary,
  type Tools,
} from './in-sandbox.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export type {
  AsanReport,
  CallEnding,
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
export { meaning } from './show/meaning.ts';
export { describe, outcomeBundle } from './show/outcome-bundle.ts';
