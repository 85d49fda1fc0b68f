import { SetupFailure } from '../failure.js';

/** @typedef {{open: boolean, port: number, help: boolean}} StartOptions */

export const startHelp = `npm start [-- OPTIONS]   sets the workshop up where needed and opens it in JupyterLab

  --port N     listen on this port of 127.0.0.1 (8888, or the next free one)
  --no-open    print the address and open no browser
  --help       print this

Ctrl-C stops JupyterLab and every kernel and exits 0 (npm, interrupted itself, may say 130).
A wrong option exits 2, a set-up that cannot go on exits 1; both say why.`;

/**
 * Reads the options of `npm start`, before anything is set up; a wrong one is a SetupFailure with exit code 2.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]  npm keeps options that were written without `--` for itself, and tells of them here
 * @returns {StartOptions}
 */
export function readStartOptions(args, env = {}) {
  if (env.npm_config_port !== undefined || env.npm_config_open !== undefined)
    throw wrong(
      'npm took an option of the workshop for its own: write the options after two dashes, as in  npm start -- --no-open --port 9000',
    );
  const options = { open: true, port: 8888, help: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name, inline] = split(arg);
    if (name === '--port') options.port = readPort(inline ?? rest.shift());
    else if (inline === undefined && name === '--no-open') options.open = false;
    else if (inline === undefined && (name === '--help' || name === '-h')) options.help = true;
    else throw wrong(`npm start does not know "${arg}": it takes --port N, --no-open and --help.`);
  }
  return options;
}

/** @param {string} arg @returns {[string, string | undefined]} */
function split(arg) {
  const at = arg.startsWith('--') ? arg.indexOf('=') : -1;
  return at === -1 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined || text === '')
    throw wrong('--port needs a number after it, as in --port 9000.');
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw wrong(`--port takes a whole number from 1 to 65535, and "${text}" is not one.`);
  return port;
}

/** @param {string} sentence */
const wrong = (sentence) => new SetupFailure(sentence, 2);
