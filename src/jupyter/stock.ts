import { createRequire } from 'node:module';

/** The command of the kernel that tslab itself installs, to compare ours with. */
export function stockKernelArgv(node = process.execPath): string[] {
  const tslab = createRequire(import.meta.url).resolve('tslab/bin/tslab');
  return [node, tslab, 'kernel', '--config-path={connection_file}'];
}
