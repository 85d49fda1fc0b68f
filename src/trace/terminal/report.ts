import type { CommandEnd } from '../events.ts';
import type { Summary } from '../recordings/summarise.ts';
import type { Count } from '../story/counts.ts';
import { lines } from '../story/lines.ts';

const MOST_LINES = 40;
const MOST_NAMES = 12;

/** What `--json` prints. */
export interface Brief {
  readonly events: number;
  readonly byKind: Summary['counts']['byKind'];
  readonly notUnderstood: number;
}

/** The summary in numbers; the values of `byKind` add up to `events`. */
export function brief({ events, counts, notUnderstood }: Summary): Brief {
  return { events, byKind: counts.byKind, notUnderstood };
}

/** The summary as text for a terminal of this many columns: the story, then the calls by family and by name. */
export function report(summary: Summary, width = 100): string {
  const { counts, essentials } = summary;
  return [
    `${counts.calls} system calls; ${ending(summary.end)}.`,
    '',
    lines(essentials, { width, limit: MOST_LINES }),
    '',
    table('about', counts.byFamily),
    '',
    table('call', counts.byName.slice(0, MOST_NAMES)),
    ...more(counts.byName.length - MOST_NAMES),
    ...notUnderstood(summary),
  ].join('\n');
}

function ending({ code, signal }: CommandEnd): string {
  if (signal !== null) return `the program was killed by ${signal}`;
  return code === null ? 'the end of the program is not in it' : `the program exited with ${code}`;
}

function table(heading: string, counts: readonly Count[]): string {
  const rows = counts.map(({ name, calls, errors, seconds, waiting }) =>
    row([name, calls, errors, milliseconds(seconds), milliseconds(waiting)]),
  );
  return [row([heading, 'calls', 'failed', 'ms', 'waiting ms']), ...rows].join('\n');
}

function row([name = '', ...cells]: readonly (string | number)[]): string {
  return String(name).padEnd(18) + cells.map((cell) => String(cell).padStart(12)).join('');
}

function milliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(2);
}

function more(left: number): string[] {
  return left > 0 ? [`(${left} more)`] : [];
}

function notUnderstood({ notUnderstood, firstNotUnderstood }: Summary): string[] {
  if (notUnderstood === 0) return [];
  const shown = firstNotUnderstood.map(({ line, text }) => `  line ${line}: ${text.slice(0, 120)}`);
  return [
    '',
    `${notUnderstood} ${notUnderstood === 1 ? 'line was' : 'lines were'} not understood; the first:`,
    ...shown,
  ];
}
