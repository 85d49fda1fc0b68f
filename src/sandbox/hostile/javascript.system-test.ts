import assert from 'node:assert/strict';
import type { Outcome } from '../outcome.ts';
import { SHORT } from './cases.ts';
import { checkHostile } from './check.ts';

function standsIn(name: string): (outcome: Outcome<unknown>) => void {
  return (outcome) => {
    assert.ok('fault' in outcome && outcome.fault, 'not told where it stood');
    assert.equal(outcome.fault.javascript[0]?.name, name);
  };
}

function endedBy(text: RegExp): (outcome: Outcome<unknown>) => void {
  return (outcome) => {
    assert.ok(outcome.kind === 'exitedEarly');
    assert.equal(outcome.why, 'exit');
    assert.match(outcome.stack ?? '', text);
  };
}

checkHostile('JavaScript', [
  {
    what: 'an endless loop',
    fn: () => {
      function turn(): void {
        for (;;);
      }
      turn();
    },
    limits: SHORT,
    kind: 'timedOut',
    expect: standsIn('turn'),
  },
  {
    what: 'an endless loop under a limit on processor time',
    fn: () => {
      for (;;);
    },
    limits: { cpuMs: 600, wallMs: 60_000 },
    kind: 'cpu',
  },
  {
    what: 'a recursion without end',
    fn: () => {
      const deeper = (): number => 1 + deeper();
      return deeper();
    },
    kind: 'threw',
    expect: (outcome) => assert.ok(outcome.kind === 'threw' && outcome.error.name === 'RangeError'),
  },
  {
    what: 'a timer without end that ignores SIGTERM',
    fn: () => {
      process.on('SIGTERM', () => {});
      setInterval(() => {}, 10);
      return new Promise(() => {});
    },
    limits: SHORT,
    kind: 'timedOut',
  },
  {
    what: 'process.exit(0) in the middle',
    fn: () => {
      function leave(): void {
        process.exit(0);
      }
      leave();
    },
    kind: 'exitedEarly',
    expect: endedBy(/at leave/),
  },
  {
    what: 'process.exit(0) after a wait',
    fn: async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      process.exit(0);
    },
    kind: 'exitedEarly',
    expect: endedBy(/at /),
  },
  {
    what: 'process.reallyExit(0), which tells nobody',
    fn: () => {
      Reflect.apply(Reflect.get(process, 'reallyExit'), process, [0]);
    },
    kind: 'exitedEarly',
  },
  {
    what: 'SIGKILL to itself',
    fn: () => {
      process.kill(process.pid, 'SIGKILL');
      for (;;);
    },
    kind: 'signal',
    expect: (outcome) => assert.ok(outcome.kind === 'signal' && outcome.signal === 'SIGKILL'),
  },
  {
    what: 'SIGSTOP to itself',
    fn: () => {
      process.kill(process.pid, 'SIGSTOP');
    },
    limits: SHORT,
    kind: 'timedOut',
  },
  {
    what: 'process.abort()',
    fn: () => process.abort(),
    kind: 'signal',
    expect: (outcome) => assert.ok(outcome.kind === 'signal' && outcome.signal === 'SIGABRT'),
  },
  {
    what: 'a rejection that nobody handles',
    fn: () => {
      Promise.reject(new Error('late'));
      return 'fine';
    },
    kind: 'threw',
    expect(outcome) {
      assert.ok(outcome.kind === 'threw');
      assert.equal(outcome.from, 'unhandled rejection');
      assert.equal(outcome.error.message, 'late');
    },
  },
  {
    what: 'an exception in a timer',
    fn: () =>
      new Promise(() => {
        setTimeout(() => {
          throw new Error('later');
        }, 5);
      }),
    kind: 'threw',
    expect: (outcome) =>
      assert.ok(outcome.kind === 'threw' && outcome.from === 'uncaught exception'),
  },
  {
    what: 'a promise that nothing can settle',
    fn: () => new Promise(() => {}),
    kind: 'exitedEarly',
    expect: (outcome) =>
      assert.ok(outcome.kind === 'exitedEarly' && outcome.why === 'neverSettled'),
  },
  {
    what: 'stdio closed',
    fn: async () => {
      const { closeSync } = await import('node:fs');
      for (const fd of [0, 1, 2]) closeSync(fd);
      return 'still here';
    },
    kind: 'returned',
  },
  {
    what: 'stdio closed, then waiting for ever',
    fn: async () => {
      const { closeSync } = await import('node:fs');
      for (const fd of [0, 1, 2]) closeSync(fd);
      setInterval(() => {}, 1_000);
      return new Promise(() => {});
    },
    limits: SHORT,
    kind: 'timedOut',
  },
  {
    what: 'a result forged on every socket',
    fn: async () => {
      const { readdirSync, readlinkSync, writeSync } = await import('node:fs');
      const forged = JSON.stringify({ type: 'returned', value: 'AAAA' });
      let sockets = 0;
      for (const fd of readdirSync('/proc/self/fd')) {
        try {
          if (!readlinkSync(`/proc/self/fd/${fd}`).startsWith('socket:')) continue;
          writeSync(Number(fd), `${forged}\n`);
          sockets++;
        } catch {}
      }
      if (sockets === 0) throw new Error('found no socket to write to');
      process.exit(0);
    },
    kind: 'exitedEarly',
  },
  {
    what: 'SIGKILL to the supervisor',
    fn: async () => {
      const { spawn } = await import('node:child_process');
      spawn('sleep', ['600'], { detached: true, stdio: 'inherit' });
      process.kill(process.ppid, 'SIGKILL');
      for (;;);
    },
    kind: 'lost',
  },
]);
