import type * as Koffi from 'koffi';
import { type Trace, traceCommand } from '../trace/index.ts';

const KOFFI = import.meta.resolve('koffi');

type Tools = { koffi: typeof Koffi; libc: Koffi.LibraryHandle };

// The first call has to find the function and to load what it needs; the second shows the call alone.
// A failed access() of a name that cannot exist marks where it begins and ends.
const program = (prepare: string): string => `
  import { accessSync } from 'node:fs';
  import koffi from ${JSON.stringify(KOFFI)};
  const call = (${prepare})({ koffi, libc: koffi.load('libc.so.6') });
  const mark = (name) => { try { accessSync('/@call/' + name); } catch {} };
  call();
  mark('begin');
  call();
  mark('end');
`;

const cut = (trace: Trace): Trace => {
  const at = (name: string): number =>
    trace.events.findIndex(
      (e) => e.kind === 'syscall' && e.args.join().includes(`"/@call/${name}"`),
    );
  const [begin, end] = [at('begin'), at('end')];
  // A recording has been cut already.
  if (begin < 0) return trace;
  const inside = trace.events.slice(begin + 1, end < 0 ? undefined : end);
  // Node's other threads come and go as they like: what counts is the caller and the processes it starts.
  const own = new Set([trace.root]);
  const events = inside.filter((e) => {
    if (e.kind === 'syscall' && own.has(e.pid) && /^(v?fork|clone3?)$/.test(e.name)) {
      if (e.result?.value) own.add(e.result.value);
    }
    return own.has(e.pid);
  });
  return { ...trace, events, threads: new Map([[trace.root, 'node']]) };
};

/**
 * Traces one call of a C function: in a fresh process, from birth, and of it only what happens between
 * the call's beginning and its end. `prepare` is sent as text: it sees koffi and libc and nothing else.
 */
export const traceCall = async (
  prepare: (tools: Tools) => () => unknown,
  { recording }: { recording?: string } = {},
): Promise<Trace> => {
  const argv = [
    process.execPath,
    '--input-type=module',
    '--eval',
    program(String(prepare)),
  ] as const;
  const trace = await traceCommand([...argv], recording === undefined ? {} : { recording });
  if (trace.source === 'live' && trace.end.code !== 0) {
    const { code, signal } = trace.end;
    throw new Error(
      `The call ended its process with ${signal ?? code}: ${trace.stderr.toString().trim()}`,
    );
  }
  return cut(trace);
};
