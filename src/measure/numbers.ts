import { z } from 'zod';
import { notice } from '../display/index.ts';
import { machine } from './machine.ts';
import { changeState, readState, writeState } from './state-file.ts';

const FILE = 'numbers.json';

/** One measured value of the learner's machine. */
export const SavedNumber = z.object({
  id: z.string().min(1).describe('Lesson and name: `01-one-call/spawn-true`.'),
  label: z.string().min(1),
  value: z.number(),
  unit: z.string().describe('`ms`, `ns`, `syscalls`; empty for a plain count.'),
  machine: z.string(),
  at: z.iso.datetime(),
});
export type SavedNumber = z.infer<typeof SavedNumber>;

const Numbers = z.array(SavedNumber);

/** Returns every number the learner has measured so far, the latest of each, in the order of their ids. */
export const savedNumbers = (): SavedNumber[] =>
  readState(FILE, Numbers, [], ({ path }) =>
    notice(
      `Your saved numbers could not be read. They are kept as ${path}; a new list starts.`,
      'warning',
    ),
  );

/** Keeps a measured value for the poster of the learner's machine; a later one of the same id replaces it. */
export const saveNumber = (number: Pick<SavedNumber, 'id' | 'label' | 'value' | 'unit'>): void => {
  const saved = SavedNumber.parse({ ...number, machine: machine(), at: new Date().toISOString() });
  changeState(FILE, () => {
    const others = savedNumbers().filter(({ id }) => id !== saved.id);
    writeState(
      FILE,
      [...others, saved].sort((a, b) => a.id.localeCompare(b.id)),
    );
  });
};
