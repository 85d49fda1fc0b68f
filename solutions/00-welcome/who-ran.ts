import { execa } from 'execa';

/** Asks a shell, which puts its own pid for $$ and its parent's for $PPID; nobody else expands the two. */
export async function whoRan(): Promise<{ child: number; parent: number }> {
  const { stdout } = await execa('sh', ['-c', 'echo $$ $PPID']);
  const [child, parent] = stdout.split(' ');
  return { child: Number(child), parent: Number(parent) };
}
