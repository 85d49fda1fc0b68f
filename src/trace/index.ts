export { TraceError, TraceRefused } from './errors.ts';
export type * from './events.ts';
export { parse } from './parse/parse.ts';
export { Parser, type Sink } from './parse/parser.ts';
export { type StringArgument, stringArgument, textArgument } from './parse/strings.ts';
export { type TimelineOptions, timeline, timelineSpec } from './picture/timeline.ts';
export { readRecording } from './recordings/read.ts';
export { type Summary, summarise } from './recordings/summarise.ts';
export { writeTrace } from './recordings/write.ts';
export { traceCommand } from './run/command.ts';
export type { CommandOptions, SelfOptions } from './run/options.ts';
export { traceSelf } from './run/self.ts';
export {
  born,
  cloneFlags,
  isBirthCall,
  isProcessBirth,
  isSyscall,
  isThreadBirth,
} from './story/births.ts';
export { type Count, type Counts, counts } from './story/counts.ts';
export {
  AT_FDCWD,
  type Descriptor,
  descriptor,
  descriptorOf,
  pathOf,
} from './story/descriptors.ts';
export { calls, essentials, isReaping } from './story/essentials.ts';
export {
  execArguments,
  execPath,
  isExec,
  isExecFailure,
  isExecSuccess,
  isPathProbe,
} from './story/execs.ts';
export { type Family, families, familyOf } from './story/families.ts';
export { eventText, type LinesOptions, lines, shortText } from './story/lines.ts';
export { type Task, tasks } from './story/tasks.ts';
export { isWaiting } from './story/waiting.ts';
