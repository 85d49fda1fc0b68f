import { asanReport } from './fault/asan.ts';
import { readFault } from './fault/read.ts';
import type { Limits } from './limits.ts';
import type { Ending } from './outcome.ts';
import { errnoName, signalName } from './report.ts';
import type { Supervision } from './supervisor.ts';

/** V8 gave up before the supervisor noticed: a full heap, whatever else was free. */
const HEAP_FULL = /^FATAL ERROR: .*(heap out of memory|heap limit|Zone)/m;

/** Says how a program ended, from the supervisor's report and from what the program left in its streams. */
export async function ending(
  supervision: Supervision,
  seen: { readonly stderr: string; readonly fault: string },
  limits: Limits,
  name: string,
): Promise<Ending> {
  if ('lost' in supervision) return { kind: 'lost', reason: supervision.lost };
  const { report } = supervision;
  if (report.survivors > 0) {
    return { kind: 'lost', reason: `${report.survivors} processes of it could not be killed` };
  }
  const found = await readFault(seen.fault);
  const fault = found === undefined ? {} : { fault: found };
  switch (report.kind) {
    case 'exited':
      return { kind: 'exited', code: report.code };
    case 'signal': {
      const asan = asanReport(seen.stderr);
      if (HEAP_FULL.test(seen.stderr)) return { kind: 'memory', limitBytes: limits.memoryBytes };
      return {
        kind: 'signal',
        signal: signalName(report.signal),
        ...fault,
        ...(asan ? { asan } : {}),
      };
    }
    case 'wall':
      return { kind: 'timedOut', limitMs: limits.wallMs, ...fault };
    case 'cpu':
      return { kind: 'cpu', limitMs: limits.cpuMs, ...fault };
    case 'memory':
      return { kind: 'memory', limitBytes: limits.memoryBytes };
    case 'output':
      return { kind: 'output', limitBytes: limits.outputBytes };
    case 'processes':
      return { kind: 'processes', limit: limits.processes };
    case 'stopped':
      return { kind: 'stopped' };
    case 'failed':
      return { kind: 'lost', reason: `${name} could not be started: ${errnoName(report.errno)}` };
  }
}
