import assert from 'node:assert/strict';
import type { LibraryHandle } from 'koffi';
import { nativeLibrary } from '../in-sandbox.ts';
import type { Fault, Outcome } from '../outcome.ts';
import { type HostileCase, SHORT } from './cases.ts';
import { checkHostile } from './check.ts';

/** Calls a planted crime by its C prototype, in a function whose name the stack has to show. */
function crime(prototype: string, ...args: unknown[]): Pick<HostileCase, 'fn' | 'args'> {
  const fn = async (path: string, declared: string, given: unknown[]) => {
    const koffi = await import('koffi');
    const library: LibraryHandle = koffi.load(path);
    function suspect(): unknown {
      return library.func(declared)(...given);
    }
    return suspect();
  };
  return { fn, args: [nativeLibrary('crimes'), prototype, args] };
}

function faultOf(outcome: Outcome<unknown>): Fault {
  assert.ok('fault' in outcome && outcome.fault, 'no fault report');
  return outcome.fault;
}

/** The crash is laid at the line that the library marks as planted, and at the JavaScript that called it. */
function blames(name: string, signal?: NodeJS.Signals): (outcome: Outcome<unknown>) => void {
  return (outcome) => {
    if (signal) assert.equal('signal' in outcome && outcome.signal, signal);
    const { native, javascript } = faultOf(outcome);
    const line = native.find(({ symbol }) => symbol === name);
    assert.match(line?.source ?? '', /PLANTED/);
    assert.match(line?.file ?? '', /native\/libraries\/crimes\.c$/);
    assert.equal(javascript[0]?.name, 'suspect');
    assert.match(javascript[0]?.source ?? '', /library\.func\(declared\)/);
  };
}

checkHostile('native code', [
  {
    what: 'a NULL dereference',
    ...crime('int length_of(const char *text)', null),
    kind: 'signal',
    expect: blames('length_of', 'SIGSEGV'),
  },
  {
    what: 'an abort',
    ...crime('void refuse()'),
    kind: 'signal',
    expect: blames('refuse', 'SIGABRT'),
  },
  {
    what: 'a double free',
    ...crime('void free_twice()'),
    kind: 'signal',
    expect: blames('free_twice', 'SIGABRT'),
  },
  {
    what: 'a division by zero',
    ...crime('int divide(int a, int b)', 1, 0),
    kind: 'signal',
    expect: blames('divide', 'SIGFPE'),
  },
  {
    what: 'a call through NULL',
    ...crime('void call_nothing()'),
    kind: 'signal',
    expect: blames('call_nothing', 'SIGSEGV'),
  },
  {
    what: 'a stack overflow',
    ...crime('int too_deep(int depth)', 0),
    kind: 'signal',
    expect(outcome) {
      blames('too_deep', 'SIGSEGV')(outcome);
      assert.equal(faultOf(outcome).stackOverflow, true);
    },
  },
  {
    what: 'an endless loop',
    ...crime('void spin()'),
    limits: SHORT,
    kind: 'timedOut',
    expect: blames('spin'),
  },
  {
    what: 'an endless loop under a limit on processor time',
    ...crime('void spin()'),
    limits: { wallMs: 60_000, cpuMs: 600 },
    kind: 'cpu',
  },
  {
    what: 'a gigabyte of malloc',
    ...crime('void hoard(size_t bytes)', 2 ** 30),
    kind: 'memory',
  },
  {
    what: 'a crash in another thread than JavaScript',
    fn: async (path: string) => {
      const koffi = await import('koffi');
      const lengthOf = koffi.load(path).func('int length_of(const char *text)');
      return new Promise((resolve) => lengthOf.async(null, resolve));
    },
    args: [nativeLibrary('crimes')],
    kind: 'signal',
    expect(outcome) {
      const { mainThread, native } = faultOf(outcome);
      assert.equal(mainThread, false);
      assert.equal(native[0]?.symbol, 'length_of');
    },
  },
]);
