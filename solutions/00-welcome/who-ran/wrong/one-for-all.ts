import { execa } from 'execa';

const command = execa('sh', ['-c', 'echo $$ $PPID']);

export async function whoRan(): Promise<{ child: number; parent: number }> {
  const { stdout } = await command;
  const [child, parent] = stdout.split(' ');
  return { child: Number(child), parent: Number(parent) };
}
