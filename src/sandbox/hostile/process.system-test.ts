import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { compile } from '../../toolchain/index.ts';
import type { Outcome } from '../outcome.ts';
import { SHORT } from './cases.ts';
import { checkHostile } from './check.ts';

const state = mkdtempSync(join(tmpdir(), 'state-'));
process.env.WORKSHOP_STATE = state;
after(() => rmSync(state, { recursive: true, force: true }));

// Every child leaves for a session of its own, so that no signal to a group reaches it.
const BOMB = await compile({
  source: '#include <unistd.h>\nint main(void) { for (;;) if (fork() == 0) setsid(); }\n',
  kind: 'program',
});

// The classical daemon: forks twice, leads a session, closes everything, and never ends.
const DAEMON = await compile({
  source: `#include <unistd.h>
int main(void) {
  if (fork() > 0) return 0;
  setsid();
  if (fork() > 0) return 0;
  for (int fd = 0; fd < 64; fd++) close(fd);
  for (;;) pause();
}
`,
  kind: 'program',
});

const leavesProcesses = (outcome: Outcome<unknown>) => assert.ok(outcome.leftBehind > 0);

const MEGABYTE = 'x'.repeat(1024 * 1024);

checkHostile('processes, memory and output', [
  {
    what: 'a fork bomb in sh',
    fn: async () => {
      const { spawnSync } = await import('node:child_process');
      spawnSync('sh', ['-c', 'b() { b | b & }; b; sleep 60']);
    },
    kind: 'processes',
  },
  {
    what: 'a fork bomb in C that detaches itself',
    fn: async (bomb: string) => {
      const { spawnSync } = await import('node:child_process');
      spawnSync(bomb);
    },
    args: [BOMB.path],
    kind: 'processes',
  },
  {
    what: 'a heap that grows',
    fn: () => {
      const kept: number[][] = [];
      for (;;) kept.push(new Array(1_000).fill(kept.length + 0.5));
    },
    limits: { memoryBytes: 200 * 2 ** 20, wallMs: 60_000, cpuMs: 60_000 },
    kind: 'memory',
  },
  {
    what: 'Buffers that are kept',
    fn: () => {
      const kept: Buffer[] = [];
      for (;;) kept.push(Buffer.alloc(2 ** 20, 1));
    },
    limits: { wallMs: 60_000, cpuMs: 60_000 },
    kind: 'memory',
  },
  {
    what: 'memory of a child',
    fn: async () => {
      const { spawnSync } = await import('node:child_process');
      const hog = 'const kept = []; for (;;) kept.push(Buffer.alloc(2 ** 20, 1));';
      spawnSync(process.execPath, ['-e', hog]);
    },
    limits: { wallMs: 60_000, cpuMs: 60_000 },
    kind: 'memory',
  },
  {
    what: 'a gigabyte of output',
    fn: async (text: string) => {
      const { writeSync } = await import('node:fs');
      for (let written = 0; written < 1024; written++) writeSync(1, text);
    },
    args: [MEGABYTE],
    kind: 'output',
    expect: ({ stdout }) => assert.ok(stdout.length < 2 * MEGABYTE.length),
  },
  {
    what: 'a child that floods stderr',
    fn: async () => {
      const { spawnSync } = await import('node:child_process');
      spawnSync('sh', ['-c', 'yes >&2'], { stdio: 'inherit' });
    },
    kind: 'output',
  },
  {
    what: 'a child that ignores SIGTERM and outlives its parent',
    fn: async () => {
      const { spawn } = await import('node:child_process');
      spawn('sh', ['-c', 'trap "" TERM HUP; while :; do sleep 1; done'], {
        stdio: 'ignore',
      }).unref();
      return 'done';
    },
    kind: 'returned',
    expect: leavesProcesses,
  },
  {
    what: 'a grandchild that detaches by fork, setsid and fork',
    fn: async (daemon: string) => {
      const { spawnSync } = await import('node:child_process');
      return spawnSync(daemon).status;
    },
    args: [DAEMON.path],
    kind: 'returned',
    expect: leavesProcesses,
  },
  {
    what: 'a detached child when time is up',
    fn: async () => {
      const { spawn } = await import('node:child_process');
      spawn('sleep', ['600'], { detached: true, stdio: 'inherit' });
      return new Promise(() => {});
    },
    limits: SHORT,
    kind: 'timedOut',
  },
]);
