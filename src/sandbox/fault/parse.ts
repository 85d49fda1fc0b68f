/** A fault report as the handler wrote it: addresses within modules, no lines yet. */
export interface RawFault {
  readonly signal: string;
  readonly address?: string;
  readonly stackOverflow: boolean;
  readonly mainThread: boolean;
  readonly idle: boolean;
  readonly native: readonly { module: string; offset: number; symbol?: string }[];
  readonly javascript: readonly string[];
}

const HEAD = /^--- (?:fault|where) (SIG\w+)(?: at (0x[0-9a-f]+))?( stack overflow)? in (.*)$/;
const FRAME = /^(.+) \+0x([0-9a-f]+) ?(.*)$/;

/** Reads the last report in the text. One that breaks off half way counts as far as it came. */
export function parseFault(text: string): RawFault | undefined {
  const lines = text.split('\n');
  const start = lines.findLastIndex((line) => HEAD.test(line));
  const head = HEAD.exec(lines[start] ?? '');
  if (!head?.[1]) return undefined;
  const native: { module: string; offset: number; symbol?: string }[] = [];
  const javascript: string[] = [];
  let part = '';
  for (const line of lines.slice(start + 1)) {
    if (line.startsWith('--- ')) part = line.slice(4);
    else if (part === 'javascript' && /^\d+: /.test(line))
      javascript.push(line.replace(/^\d+: /, ''));
    else if (part === 'native') {
      const [, module, offset, symbol] = FRAME.exec(line) ?? [];
      if (!module || !offset) continue;
      native.push({ module, offset: Number.parseInt(offset, 16), ...(symbol ? { symbol } : {}) });
    }
  }
  return {
    signal: head[1],
    ...(head[2] ? { address: head[2] } : {}),
    stackOverflow: head[3] !== undefined,
    mainThread: head[4] === 'the main thread',
    // Code made by V8 stops the unwinder: a stack that was walked to its first frame has none.
    idle: native.at(-1)?.symbol === '_start',
    native,
    javascript,
  };
}
