import type { TableSpec } from '../../display/index.ts';
import type { Trace } from '../events.ts';
import { counts } from '../story/counts.ts';
import { eventText } from '../story/lines.ts';
import type { Lane } from './lanes.ts';

/** The picture in words: how long, how many lanes, and what each lane did. */
export function describe(trace: Trace, shown: readonly Lane[], length: number): string {
  const { calls, byFamily } = counts(trace);
  const families = byFamily.map((count) => `${count.calls} ${count.name}`).join(', ');
  const lanes = shown.map(({ label, task }) => `${label} (${counts(task.events).calls})`);
  return (
    `Swim lanes over ${length.toFixed(1)} ms with ${calls} system calls (${families}). ` +
    `Lanes from the top, with their calls: ${lanes.join('; ')}.`
  );
}

/** The table under the picture: a row for each lane. */
export function laneRows(shown: readonly Lane[]): Pick<TableSpec, 'columns' | 'rows'> {
  return {
    columns: [
      { label: 'process or thread', code: true },
      'calls',
      'failed',
      { label: 'in calls', unit: 'ms' },
      { label: 'of it waiting', unit: 'ms' },
      'end',
    ],
    rows: shown.map(({ label, task }) => {
      const { calls, byFamily } = counts(task.events);
      const sum = (of: 'errors' | 'seconds' | 'waiting') =>
        byFamily.reduce((total, count) => total + count[of], 0);
      const last = task.events.findLast(
        (event) => event.kind === 'exit' || event.kind === 'killed',
      );
      return [
        label,
        calls,
        sum('errors'),
        sum('seconds') * 1000,
        sum('waiting') * 1000,
        last === undefined ? 'still there' : eventText(last),
      ];
    }),
  };
}
