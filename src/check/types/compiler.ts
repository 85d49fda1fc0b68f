import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../course/paths.ts';

/** The native TypeScript 7 compiler itself, spared the start of a Node that only looks for it; undefined without one. */
export function nativeCompiler(): string | undefined {
  const folder = `@typescript/typescript-${process.platform}-${process.arch}`;
  const path = join(ROOT, 'node_modules', folder, 'lib/tsc');
  return existsSync(path) ? path : undefined;
}

/**
 * The flags an answer is compiled with: those of tsconfig.json, less its complaints about unused names, which are no
 * mistake in a file that is being written. One thread, and no garbage collection in a process that lives 0.1 s.
 */
export const COMPILER_FLAGS: readonly string[] = [
  '--ignoreConfig',
  '--noEmit',
  '--singleThreaded',
  ...['--pretty', 'false'],
  ...['--target', 'esnext'],
  ...['--lib', 'esnext'],
  ...['--module', 'nodenext'],
  ...['--typeRoots', join(ROOT, 'node_modules/@types')],
  ...['--types', 'node'],
  '--strict',
  '--noUncheckedIndexedAccess',
  '--noImplicitOverride',
  '--noFallthroughCasesInSwitch',
  '--verbatimModuleSyntax',
  '--erasableSyntaxOnly',
  '--isolatedModules',
  '--allowImportingTsExtensions',
  '--skipLibCheck',
];
export const COMPILER_ENV: Readonly<Record<string, string>> = { GOGC: 'off' };
