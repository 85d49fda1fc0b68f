import { inspect } from 'node:util';
import { CELL } from '../job.ts';
import type { CallEnding, Ending, Fault } from '../outcome.ts';
import { duration, meaning, size } from './meaning.ts';

/** One sentence: how it ended. */
export function headline(ended: CallEnding<unknown> | Ending): string {
  switch (ended.kind) {
    case 'returned':
      return `Returned ${inspect(ended.value, { depth: 4, breakLength: 100 })}`;
    case 'threw':
      return `${THROWN[ended.from]} ${ended.error.name}: ${ended.error.message}${outOfReach(ended)}`;
    case 'exited':
      return `Exited with code ${ended.code}.`;
    case 'exitedEarly':
      return ended.why === 'neverSettled'
        ? 'Ended without an answer: its promise waits for something that can never happen, so Node ran out of work.'
        : `Ended before it returned, with exit code ${ended.code}.`;
    case 'signal':
      return crash(ended.signal, ended.fault, ended.asan?.summary);
    case 'timedOut':
      return `Stopped after ${duration(ended.limitMs)}: ${standing(ended.fault)}`;
    case 'cpu':
      return `Stopped after ${duration(ended.limitMs)} of processor time: ${standing(ended.fault)}`;
    case 'memory':
      return `Stopped: it and its processes took more than ${size(ended.limitBytes)} of memory.`;
    case 'output':
      return `Stopped: it wrote more than ${size(ended.limitBytes)} of output.`;
    case 'processes':
      return `Stopped: it wanted more than ${ended.limit} processes at once.`;
    case 'stopped':
      return 'Stopped on request.';
    case 'lost':
      return `The sandbox failed, not the code in it: ${ended.reason}.`;
  }
}

const THROWN = {
  call: 'Threw',
  import: 'Could not be loaded:',
  'uncaught exception': 'Ended by an exception that nothing caught:',
  'unhandled rejection': 'Ended by a promise that was rejected with nobody listening:',
};

/** The commonest surprise in a cell: the function is sent away as text, its surroundings are not. */
function outOfReach({ error }: Extract<CallEnding<unknown>, { kind: 'threw' }>): string {
  return error.name === 'ReferenceError' && error.stack.includes(CELL)
    ? '. The function runs in another process and sees only its arguments: pass what it needs'
    : '';
}

function crash(signal: NodeJS.Signals, fault: Fault | undefined, asan: string | undefined): string {
  if (asan !== undefined) return `AddressSanitizer stopped it: ${asan}`;
  if (fault?.stackOverflow) return `Crashed with ${signal}: its stack overflowed.`;
  // The fault handler has a stack of its own in the main thread only.
  if (fault === undefined && signal === 'SIGSEGV') {
    return 'Crashed with SIGSEGV and left no report, as when a thread of native code overflows its stack.';
  }
  const said = meaning(signal);
  const where = fault?.address === undefined ? '' : `, at address ${fault.address}`;
  const thread = fault && !fault.mainThread ? ', in another thread than JavaScript' : '';
  const how = FAULTS.has(signal) ? 'Crashed with' : 'Ended by';
  return `${how} ${signal}${said === undefined ? '' : `: ${said}`}${where}${thread}.`;
}

/** The signals that the kernel or abort() sends for what the program itself did. */
const FAULTS: ReadonlySet<NodeJS.Signals> = new Set<NodeJS.Signals>([
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGILL',
  'SIGSEGV',
  'SIGTRAP',
]);

function standing(fault: Fault | undefined): string {
  if (fault === undefined) return 'it had not come to an end.';
  if (fault.native.some(({ source }) => source !== undefined))
    return 'it was still in native code.';
  return fault.idle ? 'its main thread was waiting for an event.' : 'it was still running.';
}
