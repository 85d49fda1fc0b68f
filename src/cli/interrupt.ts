const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Turns Ctrl-C into an abort, so that a command can end what it started; a second Ctrl-C ends it at once. */
export function onInterrupt(): {
  readonly signal: AbortSignal;
  exitCode(): number | undefined;
  dispose(): void;
} {
  const controller = new AbortController();
  let received: keyof typeof CODES | undefined;
  const listener = (name: NodeJS.Signals): void => {
    const known = name === 'SIGTERM' || name === 'SIGHUP' ? name : 'SIGINT';
    if (received !== undefined) process.exit(CODES[known]);
    received = known;
    controller.abort();
  };
  for (const name of Object.keys(CODES)) process.on(name, listener);
  return {
    signal: controller.signal,
    exitCode: () => (received === undefined ? undefined : CODES[received]),
    dispose: () => {
      for (const name of Object.keys(CODES)) process.off(name, listener);
    },
  };
}
