import { pathToFileURL } from 'node:url';

/** In the sandbox: evaluates a function given as text, and calls it with what a file exports and these arguments. */
export async function callWith(
  path: string,
  source: string,
  args: readonly unknown[],
): Promise<unknown> {
  const fn: unknown = new Function(`return (${source});`)();
  if (typeof fn !== 'function') throw new TypeError('What was sent is no function.');
  return fn(await import(pathToFileURL(path).href), ...args);
}
