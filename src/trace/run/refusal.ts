import { status } from '../../proc/index.ts';
import { yamaScope } from './yama.ts';

/** One sentence for a learner: why strace would not trace, and what to do about it. */
export function refusal(said: string): string {
  const tracer = currentTracer();
  if (tracer !== undefined) {
    return `This process is already traced by ${tracer}, and the kernel allows one tracer at a time: end that one first.`;
  }
  if (/Operation not permitted|EPERM/.test(said)) {
    return yamaScope() >= 2
      ? 'This machine forbids tracing (kernel.yama.ptrace_scope is 2 or 3): ask its administrator, or read the recording.'
      : 'The kernel refused to let strace attach (a container without ptrace, or Yama): start the notebook with `npm start`, or read the recording.';
  }
  const last = said.trim().split('\n').at(-1) ?? '';
  return last === ''
    ? 'strace ended before it had attached: run the cell again.'
    : `strace could not attach and said: ${last}`;
}

function currentTracer(): string | undefined {
  const tracer = status()?.tracer ?? 0;
  if (tracer === 0) return undefined;
  return `${status(tracer)?.name ?? 'another program'} (process ${tracer})`;
}
