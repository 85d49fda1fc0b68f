// Starts sleepers until one is refused or 96 run at once, then ends them all.
import { type ChildProcess, spawn } from 'node:child_process';

const WANTED = 96;
const sleepers: ChildProcess[] = [];
let refused: string | null = null;
for (let i = 0; i < WANTED && refused === null; i++) {
  const sleeper = spawn('sleep', ['60'], { stdio: 'ignore' });
  const error = await new Promise<string | null>((resolve) => {
    sleeper.on('spawn', () => resolve(null));
    sleeper.on('error', (failure: NodeJS.ErrnoException) => resolve(failure.code ?? 'unknown'));
  });
  if (error === null) sleepers.push(sleeper);
  else refused = error;
}
const ended = sleepers.map((sleeper) => new Promise((resolve) => sleeper.on('exit', resolve)));
for (const sleeper of sleepers) sleeper.kill('SIGKILL');
await Promise.all(ended);
console.log(JSON.stringify({ ran: sleepers.length, refused }));
