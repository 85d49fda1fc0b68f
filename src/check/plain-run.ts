import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Program, ProgramResult } from '../sandbox/index.ts';
import { DEFAULT_LIMITS } from '../sandbox/index.ts';

export function runProgram(program: Program): Promise<ProgramResult> {
  const limits = { ...DEFAULT_LIMITS, ...program.limits };
  const nonce = randomUUID();
  const t0 = performance.now();
  const child = spawn(process.execPath, [...(program.nodeArgs ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: true,
    cwd: program.cwd,
    env: { ...process.env, ...program.env },
  });
  (child.stdio[4] as import('node:stream').Writable).end(
    JSON.stringify({ nonce, input: program.input }),
  );
  let stdout = '',
    stderr = '',
    wire = '';
  let over: 'timedOut' | 'output' | undefined;
  const kill = (why: 'timedOut' | 'output') => {
    over ??= why;
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {}
  };
  const add = (t: string) => {
    if (stdout.length + stderr.length > limits.outputBytes) kill('output');
    return t;
  };
  child.stdout?.setEncoding('utf8').on('data', (t) => {
    stdout += add(t);
  });
  child.stderr?.setEncoding('utf8').on('data', (t) => {
    stderr += add(t);
  });
  (child.stdio[3] as import('node:stream').Readable).setEncoding('utf8').on('data', (t) => {
    wire += t;
  });
  const timer = setTimeout(() => kill('timedOut'), limits.wallMs);
  return new Promise((resolve) => {
    child.on('exit', () => {
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL');
      } catch {}
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const records = wire
        .split('\n')
        .filter(Boolean)
        .map((l) => JSON.parse(l))
        .filter((r) => r.nonce === nonce)
        .map((r) => r.record);
      const ending: ProgramResult['ending'] =
        over === 'timedOut'
          ? { kind: 'timedOut', limitMs: limits.wallMs }
          : over === 'output'
            ? { kind: 'output', limitBytes: limits.outputBytes }
            : signal !== null
              ? { kind: 'signal', signal }
              : { kind: 'exited', code: code ?? 0 };
      resolve({
        ending,
        records,
        stdout,
        stderr,
        wallMs: performance.now() - t0,
        cpuMs: 0,
        peakMemoryBytes: 0,
        peakProcesses: 0,
        leftBehind: 0,
        limits,
      });
    });
  });
}
