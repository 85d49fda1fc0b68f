import { type Reset, resetExercise } from '../../check/index.ts';
import { stateFolder } from '../../course/paths.ts';
import { command } from '../command.ts';
import { exerciseNamed } from '../exercises-named.ts';

/** Brings back an exercise's stub, after a copy of the answer was kept. */
export const reset = command({
  name: 'reset',
  summary: 'Begin an exercise anew; your answer is kept as a backup',
  usage: 'reset ID',
  options: {},
  exitCodes: { 0: 'the stub is back', 1: 'it could not be put back; the answer is as it was' },
  async run({ positionals }) {
    const id = exerciseNamed(positionals);
    const { file, backup } = resetOrSay(id);
    console.log(
      backup === null
        ? `${file} is the stub.`
        : `${file} is the stub again; your answer is kept as ${backup}.`,
    );
    return 0;
  },
});

function resetOrSay(id: string): Reset {
  try {
    return resetExercise(id);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${id} was not reset, and your answer is as it was (${why}). See that exercises/ and ${stateFolder()} can be written to and have room, then try again.`,
    );
  }
}
