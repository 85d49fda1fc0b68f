import { readStartOptions, startHelp } from '../door/start-options.js';
import { SetupFailure } from '../failure.js';
import { whenInterrupted } from '../interrupt.js';
import { prepare } from '../prepare.js';
import { openBrowser } from './browser.js';
import { freePort } from './port.js';
import { startServer } from './server.js';
import { stopServer } from './stop.js';

/** `npm start`: sets up, starts JupyterLab, and stays until it is stopped. Returns the exit code. @param {string[]} args */
export async function start(args) {
  const options = readStartOptions(args, process.env);
  if (options.help) {
    console.log(startHelp);
    return 0;
  }
  await prepare({ out: process.stdout });
  const port = await freePort(options.port);
  if (port !== options.port) console.log(`Port ${options.port} is taken; using ${port}.`);
  console.log('Starting JupyterLab …');
  const server = await startServer(port);
  const stopped = new Promise((resolve) => whenInterrupted(resolve));
  console.log(`\nThe workshop is open at\n\n${server.url}\n\nCtrl-C stops it.`);
  if (options.open) openBrowser(server.url, process.env);

  const code = await Promise.race([stopped.then(() => undefined), server.ended]);
  if (code === undefined) console.log('\nStopping JupyterLab and its kernels …');
  await stopServer(server);
  if (code)
    throw new SetupFailure(
      `JupyterLab ended with code ${code}: its output is in ${server.log}; run  npm start  again.`,
    );
  console.log('Stopped. Run  npm start  to come back to where you were.');
  return 0;
}
