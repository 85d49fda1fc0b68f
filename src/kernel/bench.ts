import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startKernel } from '../jupyter/index.ts';
import { kernelArgv } from './index.ts';
import { STOCK_ARGV } from './stock.ts';

// Prints start-up and memory of this kernel beside stock tslab's, measured in turn: the medians.

const ROUNDS = Number(process.argv[2] ?? 5);
const KERNELS = { ours: kernelArgv(process.execPath), stock: STOCK_ARGV };
// require works on both: stock tslab does not find the types of packages with exports.
const IMPORTS = "for (const name of ['koffi', 'execa', 'zod']) require(name);";

const IDLE_MS = 5000;

type Sample = { startMs: number; firstCellMs: number; anonymousMb: number };

function anonymousMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

async function measure(argv: readonly string[]): Promise<Sample> {
  const start = performance.now();
  await using kernel = await startKernel({ argv });
  const startMs = performance.now() - start;
  const { ms } = await kernel.execute(IMPORTS, { timeoutMs: 60_000 });
  // Ours reads the types of what lessons import while it is idle, which counts.
  await wait(IDLE_MS);
  await kernel.execute('1 + 1');
  return { startMs, firstCellMs: ms, anonymousMb: anonymousMb(kernel.pid) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const samples: Record<keyof typeof KERNELS, Sample[]> = { ours: [], stock: [] };
for (let round = 0; round < ROUNDS; round++) {
  samples.ours.push(await measure(KERNELS.ours));
  samples.stock.push(await measure(KERNELS.stock));
}
for (const key of ['startMs', 'firstCellMs', 'anonymousMb'] as const) {
  const ours = median(samples.ours.map((sample) => sample[key]));
  const stock = median(samples.stock.map((sample) => sample[key]));
  const ratio = (ours / stock).toFixed(2);
  console.log(
    `${key.padEnd(12)} ours ${ours.toFixed(0)}, stock ${stock.toFixed(0)}, ratio ${ratio}`,
  );
}
