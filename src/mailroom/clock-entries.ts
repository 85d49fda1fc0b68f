import { z } from 'zod';
import { notice } from '../display/index.ts';
import { changeState, readState, writeState } from '../measure/index.ts';

const FILE = 'clock.json';

/** One route through the mailroom, and how long it takes over a thousand letters on this machine. */
export const ClockEntry = z.object({
  lesson: z.string().min(1),
  route: z.string().min(1).describe('How the letters are converted: `execa(iconv), one each`.'),
  ms: z.number().nonnegative().describe('Milliseconds for a thousand letters.'),
  measured: z
    .int()
    .positive()
    .describe('How many were really converted; fewer than 1000 is scaled.'),
  machine: z.string(),
  at: z.iso.datetime(),
});
export type ClockEntry = z.infer<typeof ClockEntry>;

/** Returns the routes the learner has timed so far, in the order of the lessons. */
export const clockEntries = (): ClockEntry[] =>
  readState(FILE, z.array(ClockEntry), [], ({ path }) =>
    notice(
      `Your mailroom clock could not be read. It is kept as ${path}; a new one starts.`,
      'warning',
    ),
  );

/** Keeps a timed route in place of an earlier time of the same; returns all of them. */
export const keepEntry = (entry: ClockEntry): ClockEntry[] =>
  changeState(FILE, () => {
    const others = clockEntries().filter(
      (e) => e.lesson !== entry.lesson || e.route !== entry.route,
    );
    const all = [...others, entry].sort((a, b) => a.lesson.localeCompare(b.lesson));
    writeState(FILE, all);
    return all;
  });
