import { percentile } from 'workshop/measure';
import type { Visit } from './lesson.ts';
import type { Trespass } from './strangers.ts';

/** What a class of simulated learners showed. Memory in bytes, one number a learner. */
export interface ClassReport {
  readonly lesson: string;
  readonly visits: readonly Visit[];
  readonly memoryAtEnd: readonly number[];
  readonly memoryPeaks: readonly number[];
  readonly trespass: Trespass;
}

/** The report as lines for a terminal, the verdict on the class last. */
export function describeClass(report: ClassReport): string {
  const { visits, trespass } = report;
  const errors = visits.flatMap((visit) => visit.errors.map((text) => `${visit.learner}: ${text}`));
  return [
    `${visits.length} learners ran ${report.lesson}, ${visits[0]?.cells ?? 0} code cells each.`,
    spread(
      'Login to first cell',
      visits.map((visit) => visit.loginToFirstCellMs),
      seconds,
    ),
    spread(
      'Cell to verdict',
      visits.flatMap((visit) => visit.verdictMs),
      seconds,
    ),
    spread('Memory a learner at the end', report.memoryAtEnd, mebibytes),
    spread('Memory a learner at its peak', report.memoryPeaks, mebibytes),
    `Errors: ${errors.length === 0 ? 'none' : errors.length}`,
    ...errors,
    `Attempts on another learner or the hub: ${trespass.attempts}, refused: ${trespass.attempts - trespass.succeeded.length}`,
    ...trespass.succeeded,
  ].join('\n');
}

/** Whether nothing went wrong: no error, and no attempt that succeeded. */
export function passed({ visits, trespass }: ClassReport): boolean {
  return visits.every((visit) => visit.errors.length === 0) && trespass.succeeded.length === 0;
}

function spread(name: string, values: readonly number[], text: (value: number) => string): string {
  if (values.length === 0) return `${name}: not measured`;
  return `${name}: p50 ${text(percentile(values, 50))}, p95 ${text(percentile(values, 95))}`;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
