import { fileURLToPath } from 'node:url';
import type { JavaScriptFrame } from '../outcome.ts';
import { sourceLine } from './source-line.ts';

const FRAME = /^(?:(.*) \()?([^()]+):(\d+):(\d+)\)?$/;
const OURS = fileURLToPath(new URL('../runner.ts', import.meta.url));

/** Reads the calls that V8 printed, without Node's own and the sandbox's own. */
export function javascriptFrames(lines: readonly string[]): JavaScriptFrame[] {
  return lines.flatMap((text) => {
    const [, name, url, line, column] = FRAME.exec(text) ?? [];
    if (!url || url.startsWith('node:')) return [];
    const file = url.startsWith('file://') ? fileURLToPath(url) : url;
    if (file === OURS) return [];
    const source = sourceLine(file, Number(line));
    return {
      ...(name ? { name } : {}),
      file,
      line: Number(line),
      column: Number(column),
      ...(source === undefined ? {} : { source }),
    };
  });
}
