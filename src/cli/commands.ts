import type { Command } from './command.ts';

type Load = () => Promise<Command>;

/** Every command, in the order in which a learner meets them. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  check: async () => (await import('./commands/check.ts')).check,
};
