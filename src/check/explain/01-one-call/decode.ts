import {
  execPath,
  isExec,
  lines,
  type SyscallEvent,
  stringArgument,
  type Trace,
} from '../../../trace/index.ts';
import type { Explanation } from '../../verdict.ts';
import type { Explainer } from '../explainer.ts';

/** Wide enough for what matters in a call here: the name that was looked for, the bytes that came. */
const SHOWN = { width: 76, limit: 3 };

/** "Grüße" and two newlines, in Latin-1: one byte that is no UTF-8, and an end that must survive. */
const MESSAGE = Buffer.from('Gr\xfc\xdfe\n\n', 'latin1');
const TEXT = 'Grüße\n\n';

/** Explains decode by what execve was asked for, what iconv read, and what iconv wrote. */
export const explainer: Explainer = {
  program: (answerUrl) => `
    import { decode } from ${JSON.stringify(answerUrl)};
    const text = await decode(Uint8Array.from(${JSON.stringify([...MESSAGE])}), 'ISO-8859-1');
    process.stdout.write(text);`,

  explain(trace) {
    return (
      oddProgram(trace) ?? otherBytes(trace) ?? lostAfterwards(trace, trace.stdout.toString('utf8'))
    );
  },
};

function oddProgram(trace: Trace): Explanation | null {
  const asked = trace.events.filter(isExec).filter((call) => execPath(call)?.includes(' '));
  const [first] = asked;
  if (first === undefined) return null;
  const name = execPath(first)?.replace(/^.*?\/(?=[^/ ]* )/, '') ?? '';
  return {
    sentence: `The kernel was asked to execute a file whose name is "${name}", spaces and all: once for each entry of PATH, and none has it.`,
    syscalls: lines(asked, SHOWN).split('\n'),
  };
}

function otherBytes(trace: Trace): Explanation | null {
  const reads = stdio(trace, 'read', '0');
  const [first] = reads;
  const text = first === undefined ? undefined : bytesOf(first);
  if (first === undefined || text === undefined || text.equals(MESSAGE)) return null;
  const replaced = text.includes('\xef\xbf\xbd', 0, 'latin1');
  const why = replaced
    ? 'EF BF BD is U+FFFD, the sign for "no UTF-8": the bytes had been read as text before iconv got them.'
    : 'The bytes were changed before iconv got them.';
  return {
    sentence: `Your message was ${hex(MESSAGE)}; iconv read ${hex(text)}. ${why}`,
    syscalls: lines(reads, SHOWN).split('\n'),
  };
}

function lostAfterwards(trace: Trace, returned: string): Explanation | null {
  const writes = stdio(trace, 'write', '1');
  const wrote = Buffer.concat(writes.map((call) => bytesOf(call) ?? Buffer.alloc(0)));
  if (wrote.toString('utf8') !== TEXT || returned === TEXT || returned === '') return null;
  const lost = TEXT.startsWith(returned) ? ` ${JSON.stringify(TEXT.slice(returned.length))}` : '';
  return {
    sentence: `iconv wrote ${JSON.stringify(TEXT)}, and decode resolved to ${JSON.stringify(returned)}: the difference${lost} was made in your process, after the pipe.`,
    syscalls: lines(writes, SHOWN).split('\n'),
  };
}

/** The calls of this name on this descriptor by a process that runs iconv. */
function stdio(trace: Trace, name: string, fd: string): SyscallEvent[] {
  const calls = trace.events.filter((event) => event.kind === 'syscall');
  const iconv = calls.find(
    (call) => isExec(call) && call.result?.value === 0 && /\/iconv$/.test(execPath(call) ?? ''),
  );
  if (iconv === undefined) return [];
  return calls.filter(
    (call) =>
      call.pid === iconv.pid &&
      call.line > iconv.line &&
      call.name === name &&
      call.args[0]?.split('<')[0] === fd &&
      (call.result?.value ?? 0) > 0,
  );
}

function bytesOf(call: SyscallEvent): Buffer | undefined {
  return stringArgument(call.args[1])?.bytes;
}

function hex(bytes: Buffer): string {
  return bytes
    .toString('hex')
    .toUpperCase()
    .replace(/..(?=.)/g, '$& ');
}
