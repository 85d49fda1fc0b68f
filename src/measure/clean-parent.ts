// Run as a program by time-processes.ts. It imports nothing it can do without: fork copies the page
// tables of whoever calls it, so a large parent would be measured along with its children.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeSync } from 'node:fs';

type Job = { argv: [string, ...string[]]; input: string | null };

const jobs: Job[] = JSON.parse(readFileSync(0, 'utf8'));

for (const { argv, input } of jobs) {
  const [file, ...args] = argv;
  const bytes = Buffer.from(input ?? '', 'base64');
  const start = process.hrtime.bigint();
  const { status, signal, error, stderr } = spawnSync(file, args, { input: bytes });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  const failure =
    error?.message ??
    (status === 0 ? null : stderr.toString().trim() || `it ended with ${signal ?? status}`);
  writeSync(1, `${JSON.stringify({ ms, failure })}\n`);
  if (failure !== null) break;
}
