import type { Fault } from '../outcome.ts';
import { javascriptFrames } from './javascript.ts';
import { locate } from './locate.ts';
import { parseFault } from './parse.ts';

/** Reads a fault report and finds the lines of source behind its addresses; undefined when there is no report. */
export async function readFault(text: string): Promise<Fault | undefined> {
  const raw = parseFault(text);
  if (raw === undefined) return undefined;
  return {
    signal: raw.signal as NodeJS.Signals,
    ...(raw.address === undefined ? {} : { address: raw.address }),
    stackOverflow: raw.stackOverflow,
    mainThread: raw.mainThread,
    idle: raw.idle,
    native: await locate(raw.native),
    javascript: javascriptFrames(raw.javascript),
  };
}
