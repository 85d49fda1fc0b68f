// Makes the recordings that stand in where no tracing is allowed. What the terminal is called must not show in them:
// node src/trace/recordings/record.ts </dev/null >/dev/null 2>&1
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { execa } from 'execa';
import type { Trace } from '../events.ts';
import { traceSelf } from '../run/self.ts';
import { withoutMachinePaths } from './clean.ts';
import { writeTrace } from './write.ts';

const KEPT = new URL('./kept/', import.meta.url);

// A PATH as on a fresh machine: its probes are part of the story.
process.env.PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const spawned = await traceSelf(() => once(spawn('true'), 'close'));
keep('spawn-true', spawned.trace);

const message = Buffer.from('Gr\u00fc\u00dfe aus dem Postamt\n', 'latin1');
const converted = await traceSelf(() =>
  execa('iconv', ['-f', 'ISO-8859-1', '-t', 'UTF-8'], { input: message }),
);
keep('execa-iconv', converted.trace);

function keep(name: string, trace: Trace): void {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(new URL(`${name}.strace`, KEPT), withoutMachinePaths(writeTrace(trace)));
}
