import { execa } from 'execa';

export async function whoRan(): Promise<{ child: number; parent: number }> {
  const { stdout } = await execa('sh', ['-c', 'printf \'{"child":"%s","parent":"%s"}\' $$ $PPID']);
  return JSON.parse(stdout);
}
