/** The program in the disposable child: opens the channel, calls the learner's function, reports, and exits. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect, types } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { constants, Script } from 'node:vm';
import { openChannel } from './channel.ts';
import { CELL, type Job } from './job.ts';

const channel = openChannel();
const job = channel.input as Job;
const exit = process.exit.bind(process);
let done = false;

process.on('uncaughtExceptionMonitor', (error, origin) => {
  const from = origin === 'unhandledRejection' ? 'unhandled rejection' : 'uncaught exception';
  channel.send({ type: 'threw', from, error: thrown(error) });
});
process.on('exit', () => {
  // The stack of this very line leads through process.exit to whoever called it.
  if (!done) channel.send({ type: 'exit', stack: callersOf(new Error().stack ?? '') });
});
process.on('beforeExit', () => {
  if (done) return;
  done = true;
  channel.send({ type: 'stalled' });
});

void main();

async function main(): Promise<void> {
  const call = await load().catch((error: unknown) => fail('import', error));
  try {
    const given: unknown[] = deserialize(Buffer.from(job.args, 'base64'));
    const value = await call(...(job.libraries ? [libraries(job.libraries), ...given] : given));
    // A turn of the event loop, in which a rejection that nobody handles comes out.
    await new Promise((resolve) => setImmediate(resolve));
    channel.send({ type: 'returned', value: serialize(value).toString('base64') });
    done = true;
    exit(0);
  } catch (error) {
    fail('call', error);
  }
}

async function load(): Promise<(...args: unknown[]) => unknown> {
  const value: unknown = job.source === undefined ? await exported() : evaluated(job.source);
  if (typeof value !== 'function') {
    throw new TypeError(`${job.file ?? 'the source'} exports no function named ${job.name}`);
  }
  return value as (...args: unknown[]) => unknown;
}

async function exported(): Promise<unknown> {
  const module: Record<string, unknown> = await import(pathToFileURL(job.file ?? '').href);
  return module[job.name];
}

/** Named as a file in the working folder, from where its own imports are found. */
function evaluated(source: string): unknown {
  const filename = join(process.cwd(), CELL);
  // A cell is compiled to CommonJS: its import() has become require and one of these.
  globalThis.require = createRequire(filename);
  Object.assign(globalThis, { __importStar: importStar, __importDefault: importDefault });
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const evaluate = (text: string, columnOffset: number): unknown =>
    new Script(text, { filename, columnOffset, importModuleDynamically }).runInThisContext();
  try {
    return evaluate(`(${source})`, -1);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The source text of a method is no expression by itself; as a member of an object it is.
    return Object.values(evaluate(`({${source}})`, -2) as object)[0];
  }
}

function importStar(module: object): object {
  return '__esModule' in module ? module : { ...module, default: module };
}

function importDefault(module: object): object {
  return '__esModule' in module ? module : { default: module };
}

/** koffi, and each library loaded by it. A relative path is one from the working folder. */
function libraries(paths: Readonly<Record<string, string>>): Record<string, unknown> {
  const koffi = createRequire(import.meta.url)('koffi') as { load(path: string): unknown };
  const loaded = Object.entries(paths).map(([name, path]) => [name, koffi.load(path)]);
  return { koffi, ...Object.fromEntries(loaded) };
}

function fail(from: 'call' | 'import', error: unknown): never {
  channel.send({ type: 'threw', from, error: thrown(error) });
  done = true;
  exit(1);
  throw error;
}

function thrown(error: unknown): { name: string; message: string; stack: string; code?: string } {
  if (!types.isNativeError(error)) {
    return { name: 'thrown value', message: inspect(error), stack: '' };
  }
  const { name, message, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { name, message: String(message), stack: callersOf(stack), ...code };
}

/** A stack without the frames of this file and of Node. */
function callersOf(stack: string): string {
  const own = (line: string) => line.includes(import.meta.url) || /\(?node:/.test(line);
  const lines = stack.split('\n').filter((line) => !/^\s+at /.test(line) || !own(line));
  return lines.join('\n');
}
