import { execa } from 'execa';

export async function whoRan(): Promise<{ child: number; parent: number }> {
  await execa('true');
  return { child: process.pid, parent: process.ppid };
}
