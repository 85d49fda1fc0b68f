import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './failure.js';
import { setupState } from './tree.js';

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network request|NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|Temporary failure resolving|Could not connect to|Could not resolve|Failed to establish a new connection|Unable to connect|Network is unreachable/i;
const untrusted =
  /CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)_|SSLCertVerificationError/;
const noRoom = /ENOSPC|No space left on device/;
const forbidden = /EACCES|EPERM|EROFS|Permission denied|Read-only file system/;
const tampered = /EINTEGRITY|DO NOT MATCH THE HASHES/;

/**
 * The sentence for a tool that failed, chosen by what it printed; its whole output is kept in a log that the sentence names.
 * @param {string} tool  a short name: npm, pip, apt, make
 * @param {import('./child.js').Ended} ended
 * @param {string} what  what did not happen, as the start of a sentence
 */
export function toldBy(tool, ended, what) {
  const log = join(setupState, `${tool}.log`);
  writeFileSync(log, ended.output);
  return new SetupFailure(`${what}: ${because(tool, ended)} The whole output is in ${log}.`);
}

/**
 * The cause and the remedy.
 * @param {string} tool @param {import('./child.js').Ended} ended
 */
export function because(tool, ended) {
  const { output } = ended;
  if (ended.missing) return `${tool} is not installed or not on PATH.`;
  if (noRoom.test(output))
    return 'the disk is full; free some room and run the same command again.';
  if (forbidden.test(output))
    return 'a file in this folder belongs to someone else or cannot be written; make the folder yours (sudo chown -R "$(id -u)" .) and run the same command again.';
  if (tampered.test(output))
    return 'a download is not the file that the lock names; run the same command again, and if it stays so, something between you and the registry changes files.';
  if (untrusted.test(output))
    return `the certificate of the server is not trusted here; give ${tool} the certificate of your network and run the same command again.`;
  if (unreachable.test(output))
    return `the network could not be reached; connect (or set the proxy for ${tool}) and run the same command again.`;
  return `${tool} ended with ${ended.signal ?? `code ${ended.code}`} and said "${lastWords(output)}".`;
}

/** The last line that says something. @param {string} output */
function lastWords(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const told = lines.filter(
    (line) => line !== '' && !/complete log of this run|_logs\//.test(line),
  );
  const telling = told.filter((line) => /\berror\b|Error:|\bfatal\b|^E: /.test(line));
  return (telling.at(-1) ?? told.at(-1) ?? 'nothing').slice(0, 300);
}
