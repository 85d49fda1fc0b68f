import { Session } from 'node:inspector';
import { INTERRUPT_HOOK } from '../beside/interrupts.ts';
import { Answered, type Shared } from '../beside/shared.ts';
import type { Cells } from '../cells/cells.ts';

// A tracing that is interrupted ends its processes: src/trace and src/proc may finish that.
const OURS =
  /[/\\]src[/\\](?:kernel|proc|trace)[/\\]|[/\\]node_modules[/\\](?:tslab|zeromq|typescript-6)[/\\]|node:|<anonymous>:1:/;

/**
 * Installs what the second thread runs here, through the inspector, for every interrupt: it stops the
 * learner's code if that is on the stack, be it before or after an await or in a callback. What waits
 * is ended by the message that follows.
 */
export function installInterruptHook(cells: Cells, shared: Shared): void {
  const hook = (number: number, interrupts: number) => {
    Atomics.store(shared, Answered, interrupts);
    const cell = cells.running;
    if (cell?.number !== number) return;
    cell.interrupted = true;
    if (!cell.compiling && learnersCodeRuns()) terminate();
  };
  Object.defineProperty(globalThis, Symbol.for(INTERRUPT_HOOK), { value: hook });
  // With a listener of ours an interrupt never ends the process, also when a package adds its own.
  process.on('SIGINT', () => {});
}

function learnersCodeRuns(): boolean {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  // A package may have installed its own format.
  Error.prepareStackTrace = (_error, sites) => sites.map((site) => String(site));
  const frames = new Error('where').stack as unknown as string[];
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return frames.some((frame) => frame.includes(':') && !OURS.test(frame));
}

/** Unwinds everything on the stack; no catch or finally runs. */
function terminate(): void {
  const session = new Session();
  session.connect();
  // Disconnecting earlier would call the termination off.
  session.post('Runtime.terminateExecution', () => setImmediate(() => session.disconnect()));
}
