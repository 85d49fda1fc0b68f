export { kernelArgv, kernelSpec } from './spec.ts';
