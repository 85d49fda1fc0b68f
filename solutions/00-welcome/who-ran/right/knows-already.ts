import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Whoever starts a process is its parent, and gets its pid: nothing has to be read from it. */
export async function whoRan(): Promise<{ child: number; parent: number }> {
  const command = spawn('true');
  await once(command, 'close');
  return { child: command.pid ?? 0, parent: process.pid };
}
