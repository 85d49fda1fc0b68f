import { execFile } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { promisify } from 'node:util';
import type { NativeFrame } from '../outcome.ts';
import { sourceLine } from './source-line.ts';

const run = promisify(execFile);

/** As many as a reader looks at: the rest of a deep recursion repeats itself. */
const MOST = 12;

/**
 * Finds the C line behind each address, by addr2line. Without it, or without debug information, a frame keeps its
 * module and offset. The node binary is left out: it is large, and its lines are in no tree here.
 */
export async function locate(
  frames: readonly { module: string; offset: number; symbol?: string }[],
): Promise<NativeFrame[]> {
  const shown = frames.slice(0, MOST).filter(isNative);
  const modules = [...new Set(shown.map(({ module }) => module))].filter(isLibrary);
  const lines = new Map<string, Located>();
  await Promise.all(
    modules.map(async (module) => {
      const offsets = shown.filter((frame) => frame.module === module).map(({ offset }) => offset);
      for (const [offset, found] of await linesOf(module, offsets)) {
        lines.set(`${module}+${offset}`, found);
      }
    }),
  );
  return shown.map((frame) => ({ ...frame, ...lines.get(`${frame.module}+${frame.offset}`) }));
}

/** What lies in no module was made by V8, unless it is near zero: a call through a pointer that is NULL. */
function isNative({ module, offset }: { module: string; offset: number }): boolean {
  return module !== '?' || offset < 65_536;
}

function isLibrary(module: string): boolean {
  return isAbsolute(module) && module !== process.execPath && !module.endsWith('.node');
}

interface Located {
  readonly symbol?: string;
  readonly file?: string;
  readonly line?: number;
  readonly source?: string;
}

/** addr2line answers with the address, then function and file:line in pairs: an inlined call's comes first. */
async function linesOf(module: string, offsets: readonly number[]): Promise<Map<number, Located>> {
  const hex = [...new Set(offsets)].map((offset) => offset.toString(16));
  const answer = await run('addr2line', ['-e', module, '-a', '-f', '-i', '-C', ...hex]).catch(
    () => undefined,
  );
  const found = new Map<number, Located>();
  for (const block of answer?.stdout.split(/^(?=0x)/m) ?? []) {
    const [address, symbol, place] = block.split('\n');
    const [, file = '', line] = /^(.*):(\d+)/.exec(place ?? '') ?? [];
    const source = sourceLine(file, Number(line));
    // A line without its file is of no use: libc's, say, whose sources are not installed.
    if (!address || source === undefined || !isAbsolute(file)) continue;
    found.set(Number.parseInt(address, 16), {
      ...(symbol && symbol !== '??' ? { symbol } : {}),
      ...{ file, line: Number(line), source },
    });
  }
  return found;
}
