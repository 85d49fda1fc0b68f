const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Until it is disposed, a signal that asks this process to end (Ctrl-C, a notebook's interrupt) first calls `end`.
 * Then the signal does what it would have done without us: nothing more where others listen for it too, as a kernel does.
 */
export function onSignal(end: () => Promise<void>): Disposable {
  const listener = async (signal: NodeJS.Signals) => {
    await end();
    dispose();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const dispose = () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return { [Symbol.dispose]: dispose };
}
