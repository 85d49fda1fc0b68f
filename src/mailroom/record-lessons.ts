// Makes the recordings that stand in for the traces of the lessons where no tracing is allowed:
// cd notebooks && node ../src/mailroom/record-lessons.ts </dev/null >/dev/null 2>&1
import { exec, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execa } from 'execa';
import { type Trace, traceCommand, traceSelf } from '../trace/index.ts';
import { withoutMachinePaths } from '../trace/recordings/clean.ts';
import { writeTrace } from '../trace/recordings/write.ts';
import { traceCall } from './trace-call.ts';

// A PATH as on a fresh machine: its probes are part of the story.
process.env.PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const start = (path: string) => () => once(spawn('true', { env: { PATH: path } }), 'exit');
const env = { PATH: '/usr/bin:/bin' };

// A file that is there and may not be executed.
const shelf = mkdtempSync(join(tmpdir(), 'workshop-shelf-'));
writeFileSync(join(shelf, 'true'), 'no program');

const SELF: Record<string, () => Promise<unknown>> = {
  '01/spawn': start('/usr/local/sbin:/usr/local/bin:/usr/bin'),
  '01/path': start('/a:/b:/usr/bin'),
  '01/odd': start(`${shelf}::/usr/bin`),
  '01/ways/spawn-no-stdio': () => once(spawn('true', { stdio: 'ignore' }), 'exit'),
  '01/ways/spawn': () => once(spawn('true'), 'exit'),
  '01/ways/exec': () => promisify(exec)('true'),
  '01/ways/execa-cleanup-off': async () => await execa('true', { cleanup: false }),
  '01/ways/execa': async () => await execa('true'),
};

const COMMANDS: Record<string, readonly [string, ...string[]]> = {
  '01/cat': ['cat', 'etc/debian_version'],
  '01/two': ['sh', '-c', '/bin/true; /bin/true'],
  '01/exec': ['sh', '-c', 'exec env true'],
  '01/sqlite3': ['sqlite3', '--version'],
};

const CALLS: Record<string, Parameters<typeof traceCall>[0]> = {
  '08/toupper': ({ libc }) => {
    const toupper = libc.func('int toupper(int)');
    return () => toupper(97);
  },
  '08/getuid': ({ libc }) => libc.func('int getuid()'),
  '08/time': ({ libc }) => {
    const time = libc.func('int64_t time(void *)');
    return () => time(null);
  },
  '08/system': ({ libc }) => {
    const system = libc.func('int system(const char *)');
    return () => system('exit 3');
  },
};

function keep(name: string, trace: Trace): void {
  const file = new URL(`../trace/recordings/kept/${name}.strace`, import.meta.url);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, withoutMachinePaths(writeTrace(trace)));
}

await execa('true'); // The first call loads files, which is another story
for (const [name, run] of Object.entries(SELF)) keep(name, (await traceSelf(run)).trace);
for (const [name, argv] of Object.entries(COMMANDS)) {
  keep(name, await traceCommand(argv, { env, cwd: '/' }));
}
for (const [name, prepare] of Object.entries(CALLS)) keep(name, await traceCall(prepare));
rmSync(shelf, { recursive: true });
