import { openChannel, type RecordChannel } from '../../sandbox/channel.ts';

/** The way to the checker, opened once and before anything of the learner's runs. */
export const channel: RecordChannel = openChannel();

/** Which file stands in for which: the addresses of the exercise's own file and of the answer under test. */
export const input = channel.input as { readonly exercise: string; readonly answer: string };
