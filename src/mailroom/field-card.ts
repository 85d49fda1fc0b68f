import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Bundle, show, tableBundle } from '../display/index.ts';

const Row = z.strictObject({
  lesson: z.string(),
  thing: z.string().describe('What you are looking at.'),
  state: z.string().describe('Is it working or waiting?'),
  on: z.string().describe('On what?'),
  holder: z.string().describe('Who holds the other end?'),
  see: z.string().describe('How to see it: a command.'),
});

const rows = (): z.infer<typeof Row>[] =>
  z
    .array(Row)
    .parse(JSON.parse(readFileSync(new URL('./field-card.json', import.meta.url), 'utf8')));

/** Returns the card as far as this lesson: what to ask of a program that does not answer, and how. */
export const fieldCardBundle = (lesson: string): Bundle => {
  const known = rows().filter((row) => row.lesson <= lesson);
  if (!known.some((row) => row.lesson === lesson)) {
    throw new RangeError(`The field card has no row for the lesson ${lesson}.`);
  }
  return tableBundle({
    caption: 'The field card so far',
    columns: [
      'lesson',
      'what you look at',
      'working or waiting?',
      'on what?',
      'who holds the other end?',
      { label: 'how to see it', code: true },
    ],
    rows: known.map((row) => [
      row.lesson.slice(0, 2),
      row.thing,
      row.state,
      row.on,
      row.holder,
      row.see,
    ]),
  });
};

/** Shows the field card up to this lesson. */
export const fieldCard = (lesson: string): void => show(fieldCardBundle(lesson));
