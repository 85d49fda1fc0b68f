import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as Koffi from 'koffi';
import { ROOT } from '../course/paths.ts';
import { show } from '../display/index.ts';
import { tool } from '../toolchain/tools.ts';
import type { Outcome } from './outcome.ts';
import { type RunOptions, run } from './run.ts';
import { outcomeBundle } from './show/outcome-bundle.ts';

/** What the function finds in its first argument: koffi, and the libraries that were asked for, loaded. */
export type Tools<Names extends string> = { readonly koffi: typeof Koffi } & {
  readonly [name in Names]: Koffi.LibraryHandle;
};

/** Which libraries to load, by the name they get: a path, or true for native/'s own of that name. */
export type LibraryChoice<Names extends string> = { readonly [name in Names]: string | true };

export interface InSandboxOptions<Names extends string>
  extends Pick<RunOptions, 'asan' | 'cwd' | 'env' | 'limits' | 'signal'> {
  readonly libraries?: LibraryChoice<Names>;
  /** False: return the outcome and show nothing. */
  readonly shown?: boolean;
}

/**
 * Calls a function of a cell in a disposable process, shows what became of it, and returns that. The function is sent
 * as text: it sees its arguments and nothing else of the notebook. With `asan`, native/'s own libraries are taken in
 * the build that AddressSanitizer watches.
 */
export async function inSandbox<R, A extends readonly unknown[] = [], Names extends string = never>(
  fn: (tools: Tools<Names>, ...args: A) => R,
  args?: A,
  options: InSandboxOptions<Names> = {},
): Promise<Outcome<Awaited<R>>> {
  const { libraries, shown = true, ...rest } = options;
  const outcome = await run<Awaited<R>>({
    ...rest,
    fn: fn as (...args: never[]) => unknown,
    args: args ?? [],
    libraries: await paths(libraries ?? {}, options.asan ?? false),
  });
  if (shown) show(outcomeBundle(outcome));
  return outcome;
}

/** The file of one of native/'s libraries, plain or built for AddressSanitizer. */
export function nativeLibrary(name: string, asan = false): string {
  return join(ROOT, 'native/build', asan ? 'asan' : '', `lib${name}.so`);
}

async function paths(
  chosen: Readonly<Record<string, string | true>>,
  asan: boolean,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, path] of Object.entries(chosen)) {
    found[name] = path === true ? nativeLibrary(name, asan) : path;
    // The build for AddressSanitizer is made when it is first wanted.
    if (path === true && !existsSync(found[name])) await build(asan ? 'asan' : 'all', found[name]);
  }
  return found;
}

async function build(target: string, path: string): Promise<void> {
  await tool('make', ['-s', '-C', join(ROOT, 'native'), target]);
  if (!existsSync(path)) throw new Error(`native/ has no such library: ${path}`);
}
