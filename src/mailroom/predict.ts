import { z } from 'zod';
import { notice } from '../display/index.ts';
import { changeState, readState, writeState } from '../measure/index.ts';

const FILE = 'predictions.json';

/** What a learner committed to before an experiment, and what it then showed. */
export const Prediction = z.object({
  question: z.string(),
  choices: z.array(z.string()).min(2),
  /** Number of the choice, from 1; null while the learner has not committed. */
  answer: z.int().positive().nullable(),
  /** Number of the choice the experiment showed; null until then. */
  outcome: z.int().positive().nullable(),
});
export type Prediction = z.infer<typeof Prediction>;

const Predictions = z.record(z.string(), Prediction);

const read = (): Record<string, Prediction> =>
  readState(FILE, Predictions, {}, ({ path }) =>
    notice(
      `Your predictions could not be read. They are kept as ${path}; a new list starts.`,
      'warning',
    ),
  );

const write = (id: string, prediction: Prediction): void =>
  changeState(FILE, () => writeState(FILE, { ...read(), [id]: prediction }));

const listed = (choices: readonly string[]): string =>
  choices.map((choice, i) => `  ${i + 1}  ${choice}`).join('\n');

/**
 * Records what the learner expects, by the number of a choice, before the experiment shows it; null
 * is allowed. Once the outcome has been seen, the commitment stands as it was.
 */
export const predict = (
  id: string,
  question: string,
  choices: readonly string[],
  answer: number | null,
): void => {
  const before = read()[id];
  const asked = `${question}\n${listed(choices)}\n`;
  if (before && before.outcome !== null) {
    const said = before.answer === null ? 'You had not committed' : `You said ${before.answer}`;
    notice(`${asked}${said} before you saw the result, and that stands.`);
    return;
  }
  if (answer === null) {
    write(id, { question, choices: [...choices], answer: null, outcome: null });
    notice(
      `${asked}Put the number of your choice in place of null and run this cell again. You may go on without.`,
    );
    return;
  }
  if (!Number.isInteger(answer) || answer < 1 || answer > choices.length) {
    notice(`${asked}${answer} is none of them: choose 1 to ${choices.length}.`, 'warning');
    return;
  }
  write(id, { question, choices: [...choices], answer, outcome: null });
  notice(`${asked}You say ${answer}. The experiment below decides.`);
};

/** Tells what the experiment showed, by the number of a choice (another number for none of them), and whether it was expected. */
export const settle = (id: string, outcome: number): void => {
  const prediction = read()[id];
  if (!prediction) {
    notice('There is no prediction to compare with: run its cell first, then this one.');
    return;
  }
  const shown = prediction.choices[outcome - 1];
  if (shown === undefined) {
    notice('What you see is none of the choices: your machine differs. Nothing is counted.');
    return;
  }
  // The first result counts: a second look is no prediction.
  if (prediction.outcome === null) write(id, { ...prediction, outcome });
  const { right, made } = predictionScore();
  const score = made > 0 ? ` Your predictions so far: ${right} of ${made}.` : '';
  const verdict =
    prediction.answer === null
      ? 'You had not committed, so nothing is counted.'
      : prediction.answer === outcome
        ? 'As you said.'
        : `You said: ${prediction.choices[prediction.answer - 1]}.`;
  notice(`Here it is: ${shown}. ${verdict}${score}`);
};

/** Returns how many predictions were committed to and settled, and how many of them came true. */
export const predictionScore = (): { right: number; made: number } => {
  const made = Object.values(read()).filter((p) => p.answer !== null && p.outcome !== null);
  return { right: made.filter((p) => p.answer === p.outcome).length, made: made.length };
};
