export { type ExecuteOptions, type Execution, KernelClient } from './client.ts';
export type { Transport } from './connection.ts';
export { type Exit, KernelDied, KernelTimeout } from './errors.ts';
export { append, type Output, textOf } from './output.ts';
export type { OnOutput } from './pending.ts';
export type { Completion, History, Inspection, KernelInfo } from './replies.ts';
export { type StartOptions, startKernel } from './start.ts';
