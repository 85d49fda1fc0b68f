import type { Output } from './output.ts';

/** How a kernel's process ended: an exit code or the name of the signal that killed it. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** The kernel ended while something was asked of it. */
export class KernelDied extends Error {
  override name = 'KernelDied';
  readonly exit: Exit;
  /** What the cell had shown before the end. */
  readonly outputs: readonly Output[];

  constructor(exit: Exit, outputs: readonly Output[], log: string) {
    const how = exit.signal ? `was killed by ${exit.signal}` : `exited with code ${exit.code}`;
    const said = log.trim();
    super(`The kernel ${how}.${said ? ` It had written:\n${said}` : ''}`);
    this.exit = exit;
    this.outputs = outputs;
  }
}

/** The kernel lives but did not finish in time; nothing has been interrupted or killed. */
export class KernelTimeout extends Error {
  override name = 'KernelTimeout';
  /** What the cell had shown when the time was up. */
  readonly outputs: readonly Output[];

  constructor(what: string, timeoutMs: number, outputs: readonly Output[] = []) {
    super(`The kernel did not finish ${what} within ${timeoutMs / 1000} s.`);
    this.outputs = outputs;
  }
}
