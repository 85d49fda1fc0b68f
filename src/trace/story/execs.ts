import type { SyscallEvent, TraceEvent } from '../events.ts';
import { splitArguments } from '../parse/arguments.ts';
import { textArgument } from '../parse/strings.ts';

/** True for execve and execveat, whether they succeeded or not. */
export function isExec(event: TraceEvent): event is SyscallEvent {
  return event.kind === 'syscall' && (event.name === 'execve' || event.name === 'execveat');
}

/** True for an execve that put a new program into the process. */
export function isExecSuccess(event: TraceEvent): event is SyscallEvent {
  return isExec(event) && event.result?.value === 0;
}

/** True for an execve that the kernel refused, for whatever reason. */
export function isExecFailure(event: TraceEvent): event is SyscallEvent {
  return isExec(event) && event.result?.errno !== undefined;
}

/** True for a refusal by which a search along PATH goes on: nothing of that name here, or nothing that may be run. */
export function isPathProbe(event: TraceEvent): event is SyscallEvent {
  return isExecFailure(event) && /^(ENOENT|ENOTDIR|EACCES)$/.test(event.result?.errno ?? '');
}

/** The file an execve asks for. */
export function execPath(call: SyscallEvent): string | undefined {
  return textArgument(call.args[call.name === 'execveat' ? 1 : 0]);
}

/** The argument list an execve hands to the new program; undefined when strace shows only its address. */
export function execArguments(call: SyscallEvent): readonly string[] | undefined {
  const list = call.args[call.name === 'execveat' ? 2 : 1];
  if (list === undefined || !list.startsWith('[')) return undefined;
  return splitArguments(list.slice(1, -1), 0).args.flatMap((arg) => textArgument(arg) ?? []);
}
