// Lets a child strace attach to this process, first as it stands, then with the permission that Yama asks for.
import { spawn } from 'node:child_process';
import koffi from 'koffi';

const PR_SET_PTRACER = 0x59616d61;
const prctl = koffi
  .load(null)
  .func('int prctl(int option, uint64_t a, uint64_t b, uint64_t c, uint64_t d)');

function attaches(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const strace = spawn('strace', ['-f', '-o', '/dev/null', '-p', String(process.pid)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let attached = false;
    strace.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (!/Process \d+ attached/.test(text)) return;
      attached = true;
      strace.kill('SIGINT');
    });
    strace.on('error', reject);
    strace.on('close', () => resolve(attached));
  });
}

const asItStands = await attaches();
let whenAllowed = asItStands;
if (!asItStands) {
  prctl(PR_SET_PTRACER, -1n, 0n, 0n, 0n);
  whenAllowed = await attaches();
}
console.log(JSON.stringify({ asItStands, whenAllowed }));
