import { createRequire } from 'node:module';
import { injectCompiler } from './compiler/stand-in.ts';

const require = createRequire(import.meta.url);
injectCompiler();

/** tslab's own parts, loaded onto TypeScript 6; pinned to 1.0.22, for these are not its public API. */
export const {
  createConverter,
}: typeof import('tslab/dist/converter.js') = require('tslab/dist/converter.js');
export const {
  createExecutor,
}: typeof import('tslab/dist/executor.js') = require('tslab/dist/executor.js');

/** Its Jupyter server; `lastWriteDisplayData` is where its public `display` finds the cell. */
export const jupyter: typeof import('tslab/dist/jupyter.js') = require('tslab/dist/jupyter.js');
