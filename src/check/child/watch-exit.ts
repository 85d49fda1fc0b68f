import type { RecordChannel } from '../../sandbox/channel.ts';
import { describeError } from './describe-error.ts';

/** Reports a call of process.exit, and any error that nobody catches, at the moment it happens. */
export function watchExit(channel: RecordChannel): void {
  const exit = process.exit;
  process.exit = (code) => {
    const stack = new Error('process.exit').stack ?? '';
    channel.send({ type: 'exit', code: Number(code ?? process.exitCode ?? 0), stack });
    return exit.call(process, code);
  };
  process.on('uncaughtExceptionMonitor', (error) => {
    channel.send({ type: 'uncaught', error: describeError(error) });
  });
}
