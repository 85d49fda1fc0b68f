export async function whoRan(): Promise<{ child: number; parent: number }> {
  const child = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000);
  return { child, parent: process.pid };
}
