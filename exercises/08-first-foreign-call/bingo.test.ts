// Calls what pick() gives back in a Node that strace traces from birth, and looks at the second call of each.
import assert from 'node:assert/strict';
import test from 'node:test';
import { born, isExecSuccess, isSyscall, type SyscallEvent, traceCommand } from 'workshop/trace';

/** A failed access() marks the beginning of each call, and its end together with the number of C calls. */
const program = `
  import { accessSync } from 'node:fs';
  import koffi from ${JSON.stringify(import.meta.resolve('koffi'))};
  import { pick } from ${JSON.stringify(import.meta.resolve('./bingo.ts'))};

  let calls = 0;
  const lib = koffi.load(null);
  const libc = {
    symbol: (...args) => lib.symbol(...args),
    func: (...args) => {
      const declared = lib.func(...args);
      return (...given) => {
        calls += 1;
        return declared(...given);
      };
    },
  };
  const mark = (text) => {
    try {
      accessSync('/@bingo/' + text);
    } catch {}
  };
  const picked = pick(libc);
  for (const name of ['silent', 'one', 'spawns']) {
    picked[name]();
    for (let again = 0; again < 3; again++) {
      calls = 0;
      mark(name);
      picked[name]();
      mark('called ' + calls);
    }
  }
`;

type Call = { cCalls: number; syscalls: SyscallEvent[] };

async function observe() {
  const argv = [process.execPath, '--input-type=module', '--eval', program] as const;
  const { events, root, end, stderr } = await traceCommand([...argv], { timeoutMs: 15_000 });
  const own = events.filter((event) => event.pid === root).filter((event) => isSyscall(event));
  const marks = own.flatMap((event, at) => {
    const text = /"\/@bingo\/(.*)"/.exec(event.args.join())?.[1];
    return text === undefined ? [] : [{ text, at }];
  });
  /** The calls of one function after its first; a call that never came back ends with the trace. */
  const callsOf = (name: string): Call[] =>
    marks.flatMap(({ text, at }, index) => {
      if (text !== name) return [];
      const close = marks[index + 1];
      const cCalls = Number(close?.text.split(' ')[1] ?? 1);
      return [{ cCalls, syscalls: own.slice(at + 1, close?.at) }];
    });
  const execs = events.filter(isExecSuccess).map((event) => event.pid);
  const replaced = execs.filter((pid) => pid === root).length > 1;
  return { callsOf, programsStarted: new Set(execs), replaced, end, said: stderr.toString() };
}

const observed = observe().catch((error: Error) => {
  throw Object.assign(error, { code: 'WORKSHOP_ENVIRONMENT' });
});
// Each test waits for it; until the first one does, a rejection is nobody's.
observed.catch(() => undefined);

/** The calls of one function, or an error that says why there are none. */
async function callsOf(name: string): Promise<Call[]> {
  const { callsOf, end, said } = await observed;
  const calls = callsOf(name);
  if (calls.length > 0) return calls;
  const threw = /^\w*Error: (.*)$/m.exec(said)?.[1];
  throw new Error(
    threw ?? `${name} was not reached: the process ended by ${end.signal ?? end.code}.`,
  );
}

/** The call with the fewest syscalls: now and then Node makes one of its own meanwhile. */
function quietest(calls: Call[]): SyscallEvent[] {
  return calls.map(({ syscalls }) => syscalls).reduce((a, b) => (b.length < a.length ? b : a));
}

const names = (syscalls: SyscallEvent[]) => syscalls.map(({ name }) => name).join(', ');

function assertCallsC(name: string, calls: Call[]): void {
  const message = `${name} called no C function: call one that libc.func(…) has declared.`;
  assert.ok(
    calls.every(({ cCalls }) => cCalls > 0),
    message,
  );
}

test('silent calls C and makes no syscall', async () => {
  const calls = await callsOf('silent');
  assertCallsC('silent', calls);
  const syscalls = quietest(calls);
  assert.equal(
    syscalls.length,
    0,
    `silent entered the kernel: ${names(syscalls)}. C asks the kernel for whatever it cannot compute itself.`,
  );
});

test('one makes exactly one syscall', async () => {
  const calls = await callsOf('one');
  assertCallsC('one', calls);
  const syscalls = quietest(calls);
  assert.notEqual(
    syscalls.length,
    0,
    'one made no syscall: what it gave was computed, or put into a buffer, or read from memory that the kernel keeps up to date for everybody (the vDSO).',
  );
  assert.equal(syscalls.length, 1, `one made more than one syscall: ${names(syscalls)}.`);
});

test('spawns starts a program', async () => {
  const { programsStarted, replaced } = await observed;
  assert.ok(
    !replaced,
    'spawns turned this very process into the program: an exec starts nobody new.',
  );
  const calls = await callsOf('spawns');
  assertCallsC('spawns', calls);
  for (const { syscalls } of calls) {
    const children = syscalls.flatMap((event) => born(event) ?? []);
    assert.notEqual(children.length, 0, 'spawns made no process, so no program was started.');
    assert.ok(
      children.some((child) => programsStarted.has(child)),
      'spawns made a process, and no program was started in it: a child of fork goes on with the program it was born with.',
    );
  }
});
