import { SetupFailure } from '../failure.js';

/**
 * The stages to run, in their own order: those named, or all. An unknown one is a SetupFailure with exit code 2.
 * @template {{name: string}} S
 * @param {readonly string[]} args
 * @param {readonly S[]} stages
 * @returns {readonly S[]}
 */
export function chosenStages(args, stages) {
  const names = stages.map((stage) => stage.name);
  const unknown = args.find((arg) => !names.includes(arg));
  if (unknown !== undefined)
    throw new SetupFailure(
      `npm test does not know "${unknown}": its stages are ${names.join(', ')}, and without a name it runs all.`,
      2,
    );
  return args.length === 0 ? stages : stages.filter((stage) => args.includes(stage.name));
}
