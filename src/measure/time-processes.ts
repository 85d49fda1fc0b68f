import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { rounds } from './rounds.ts';
import { type Summary, summary } from './summary.ts';
import { sampleWarnings } from './warnings.ts';

const PROGRAM = fileURLToPath(new URL('./clean-parent.ts', import.meta.url));
const Line = z.object({ ms: z.number(), failure: z.string().nullable() });

export type Command = {
  name: string;
  argv: readonly [string, ...string[]];
  /** What the command reads on its standard input; by default nothing. */
  input?: Uint8Array;
};

/** One candidate's samples, all in milliseconds, and what to doubt in them. */
export type ProcessTiming = {
  name: string;
  samples: number[];
  summary: Summary;
  warnings: string[];
};

export type ProcessOptions = {
  /** How often each command is run and counted, after one run that is not. */
  rounds?: number;
  /** Called after each run. */
  onRun?: (done: number, total: number) => void;
};

const encode = ({ argv, input }: Command) => ({
  argv,
  input: input === undefined ? null : Buffer.from(input).toString('base64'),
});

/**
 * Times commands from start to reaped, in milliseconds, run by a small fresh process in rotated order.
 * Rejects with the command and its own words when one of them fails.
 */
export const timeProcesses = async (
  commands: readonly Command[],
  { rounds: count = 15, onRun }: ProcessOptions = {},
): Promise<ProcessTiming[]> => {
  const plan = rounds(commands, count + 1).flat();
  const samples = new Map<Command, number[]>(commands.map((command) => [command, []]));
  const child = spawn(process.execPath, [PROGRAM], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve, reject) =>
    child.on('close', () => resolve()).on('error', reject),
  );
  child.stdin.on('error', () => {}); // a parent that died early is noticed by its missing lines
  child.stdin.end(JSON.stringify(plan.map(encode)));

  // Also when this loop is left early: nothing keeps running.
  using _ = { [Symbol.dispose]: () => child.kill() };
  let done = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { ms, failure } = Line.parse(JSON.parse(line));
    const command = plan[done];
    if (command === undefined) break;
    if (failure !== null)
      throw new Error(`Could not time \`${command.argv.join(' ')}\`: ${failure}`);
    done += 1;
    // The first round warms the caches of every candidate alike.
    if (done > commands.length) samples.get(command)?.push(ms);
    onRun?.(done, plan.length);
  }
  await ended;
  if (done < plan.length)
    throw new Error(`The timing process ended after ${done} of ${plan.length} runs.`);
  return [...samples].map(([{ name }, ms]) => ({
    name,
    samples: ms,
    summary: summary(ms),
    warnings: sampleWarnings(ms),
  }));
};
