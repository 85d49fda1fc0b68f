const EVERY_MS = 500;

/**
 * Calls back once when the process that started the kernel is gone. It asks rather than waits for
 * PR_SET_PDEATHSIG, which fires when the parent's *thread* ends, also under a parent that lives.
 */
export function watchParents(parents: readonly number[], onGone: () => void): void {
  const started = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === started && parents.every(exists)) return;
    clearInterval(timer);
    onGone();
  }, EVERY_MS);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user refuses the question and so proves that it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
