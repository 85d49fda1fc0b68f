import { execa } from 'execa';

export async function whoRan(): Promise<{ child: number; parent: number }> {
  const { stdout } = await execa('echo', ['$$', '$PPID']);
  const [child, parent] = stdout.split(' ').map(Number);
  return { child: child ?? 0, parent: parent ?? 0 };
}
