import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const tslab = dirname(createRequire(import.meta.url).resolve('tslab/package.json'));

/** The command of stock tslab's kernel, which this one is measured and tested beside. */
export const STOCK_ARGV: readonly string[] = [
  process.execPath,
  join(tslab, 'bin/tslab'),
  'kernel',
  '--config-path',
  '{connection_file}',
];
