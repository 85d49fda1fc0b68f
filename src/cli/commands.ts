import type { Command } from './command.ts';

type Load = () => Promise<Command>;

/** Every command, in the order in which a learner meets them. */
export const COMMANDS: Readonly<Record<string, Load>> = {
  lessons: async () => (await import('./commands/lessons.ts')).lessons,
  check: async () => (await import('./commands/check.ts')).check,
  hint: async () => (await import('./commands/hint.ts')).hint,
  solution: async () => (await import('./commands/solution.ts')).solution,
  reset: async () => (await import('./commands/reset.ts')).reset,
  progress: async () => (await import('./commands/progress.ts')).progress,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
  trace: async () => (await import('./commands/trace.ts')).trace,
  update: async () => (await import('./commands/update.ts')).update,
};
