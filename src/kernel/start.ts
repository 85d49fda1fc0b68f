import { writeSync } from 'node:fs';
import { SecondThread } from './beside/second-thread.ts';
import { createShared } from './beside/shared.ts';
import { capture } from './capture/pipes.ts';
import { replaceStreams } from './capture/streams.ts';
import { Cells } from './cells/cells.ts';
import { warmUp } from './compiler/warm-up.ts';
import { offerDisplay } from './display.ts';
import { endInOrder } from './end.ts';
import { allowTracing } from './libc.ts';
import { catchExit } from './traps/exit.ts';
import { installInterruptHook } from './traps/interrupt.ts';
import { reportUncaught } from './traps/rejections.ts';
import { disarmSigintWatchdog } from './traps/sigint-watchdog.ts';
import { stopAfterInterruptedChild } from './traps/spawn-sync.ts';
import { createConverter, createExecutor } from './tslab.ts';
import { type Connection, readConnection, removeSocketFiles } from './wire/connection.ts';
import { Handler } from './wire/handler.ts';
import { kernelInfo } from './wire/kernel-info.ts';
import { Server } from './wire/server.ts';

/** Starts the kernel of a connection file; without a usable one it says why and sets exit code 1. */
export async function start(file: string): Promise<void> {
  allowTracing();
  let connection: Connection;
  try {
    connection = readConnection(file);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    return;
  }
  process.env.WORKSHOP_KERNEL = '1';
  // Node would hand the kernel's own options down to every child that a cell forks.
  process.execArgv = [];

  // Left by a kernel that was killed, they would keep this one from binding.
  removeSocketFiles(connection);
  const captured = capture();
  const log = (text: string) => writeSync(captured.log, `${text}\n`);
  const shared = createShared();
  const parent = Number(process.env.JPY_PARENT_PID);
  const beside = new SecondThread(
    { shared, connection, kernelInfo, ...captured, parents: parent > 0 ? [parent] : [] },
    { interrupted: (cell) => cells.interrupt(cell), end: (code) => end(code) },
  );
  replaceStreams(captured, beside);

  const converter = createConverter({ isJS: false, isBrowser: false });
  const cells = new Cells(converter, createExecutor, beside, shared);
  const exit = catchExit(cells);
  installInterruptHook(cells, shared);
  disarmSigintWatchdog(cells);
  reportUncaught(cells);
  stopAfterInterruptedChild(cells);
  offerDisplay(cells);

  const handler = new Handler(cells.executor);
  const server = new Server(handler, connection, cells, beside, { shutdown: () => end(0), log });
  const end = endInOrder({ connection, server, beside, exit });
  process.on('SIGTERM', () => end(128 + 15));
  try {
    await Promise.all([beside.ready, server.init()]);
  } catch (error) {
    log(`The kernel cannot use the addresses of ${file}: ${error}`);
    exit(1);
  }
  warmUp(process.cwd(), () => cells.idle()).catch((error) =>
    log(`The compiler could not prepare what lessons import: ${error}`),
  );
}
