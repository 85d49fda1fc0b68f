import type { CommandEnd, Trace } from '../events.ts';

/** How the traced process itself ended, from its last event. */
export function endOf({ events, root }: Pick<Trace, 'events' | 'root'>): CommandEnd {
  const last = events.findLast(
    (event) => event.pid === root && (event.kind === 'exit' || event.kind === 'killed'),
  );
  return {
    code: last?.kind === 'exit' ? last.code : null,
    signal: last?.kind === 'killed' ? last.signal : null,
    timedOut: false,
  };
}
