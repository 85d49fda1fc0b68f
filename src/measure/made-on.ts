import type { Trace } from '../trace/index.ts';
import { machine } from './machine.ts';

/** Says where a trace was made, to stand beside its figure: this machine, or another for a recording. */
export const madeOn = ({ source }: Pick<Trace, 'source'>): string =>
  source === 'live' ? machine() : 'A recording, made on another machine.';
