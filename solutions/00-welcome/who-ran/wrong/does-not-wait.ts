import { spawn } from 'node:child_process';
import { once } from 'node:events';

export async function whoRan(): Promise<{ child: number; parent: number }> {
  const command = spawn('sleep', ['0.2']);
  await once(command, 'spawn');
  return { child: command.pid ?? 0, parent: process.pid };
}
