import { execFileSync } from 'node:child_process';

/** Another process may send the signal: the shell's parent is this process. */
export function breakIt(): void {
  execFileSync('sh', ['-c', 'kill -SEGV $PPID']);
}
