import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/**
 * Node's options for the kernel's process, each with its reason.
 * A small young generation keeps the compiler's garbage from growing the process.
 * An interrupt may stop a loop inside a timer's callback; Node's own check of its async stack takes
 * that for corruption and aborts.
 */
export const NODE_OPTIONS: readonly string[] = [
  '--max-semi-space-size=8',
  '--no-force-async-hooks-checks',
];

/** The command that starts the kernel: absolute paths only, so that no PATH is consulted. */
export function kernelArgv(node: string, connectionFile = '{connection_file}'): string[] {
  return [node, ...NODE_OPTIONS, MAIN, connectionFile];
}

/** The kernelspec: named tslab, so that a notebook opens on any tslab. */
export function kernelSpec(node: string) {
  return {
    argv: kernelArgv(node),
    display_name: 'TypeScript',
    language: 'typescript',
    interrupt_mode: 'signal',
  };
}
