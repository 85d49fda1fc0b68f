import { progress } from '../display/index.ts';
import { machine } from '../measure/index.ts';
import { type ClockEntry, keepEntry } from './clock-entries.ts';
import { drawClock } from './clock-figure.ts';
import { type Message, messages } from './messages.ts';

/** How many letters the mailroom gets: every route is told for this many. */
export const THOUSAND = 1000;

export type ClockOptions = {
  /** After this many milliseconds the rest is reckoned from what was done; 4,000 by default. */
  budgetMs?: number;
};

type Convert = (message: Message) => string | Promise<string>;

const compare = (got: string, { name, charset, text }: Message): void => {
  if (got === text) return;
  throw new Error(
    `The letter "${name}" in ${charset} came out changed: this route is not timed until it is right.`,
  );
};

/**
 * Times the same thousand letters by one route, one after the other, checks that each came out right,
 * keeps the time in the learner's state and draws the chart of all routes so far. A slow route is
 * timed on as many letters as its budget allows and scaled; the chart and the entry say so.
 */
export const clock = async (
  lesson: string,
  route: string,
  convert: Convert,
  { budgetMs = 4000 }: ClockOptions = {},
): Promise<void> => {
  const letters = messages(THOUSAND);
  using bar = progress(`${route}, letters`, THOUSAND);
  let [ms, measured] = [0, 0];
  for (const letter of letters) {
    const start = performance.now();
    const text = await convert(letter);
    ms += performance.now() - start;
    measured += 1;
    compare(text, letter);
    bar.advance();
    // Whole turns through the charsets only, or the sample would favour some of them.
    if (ms > budgetMs && measured % 10 === 0) break;
  }
  bar.finish(measured < THOUSAND ? 'enough to tell; the thousand is scaled from these' : '');
  const entry: ClockEntry = {
    lesson,
    route,
    ms: (ms / measured) * THOUSAND,
    measured,
    machine: machine(),
    at: new Date().toISOString(),
  };
  drawClock(keepEntry(entry));
};
