// Records real programs for the parser's tests, strace's text as it is: node src/trace/samples/record.ts
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { withoutMachinePaths } from '../recordings/clean.ts';
import { birth } from '../run/birth.ts';
import { TemporaryFolder } from '../run/folder.ts';

const HERE = new URL('./', import.meta.url);
const LARGEST_TRACE = 2 ** 30;

using folder = new TemporaryFolder();

await record('sh', ['sh', '-c', 'ls / | sort | head -n 2; (exit 3); /bin/nosuch; kill -9 $$']);
await record('node', [process.execPath, '-e', "require('node:child_process').spawn('true')"]);
await record('python', [
  '/usr/bin/python3',
  '-S',
  '-c',
  'import subprocess; subprocess.run(["true"])',
]);
await record('threads', [compiled('threads')]);
await record('signals', [compiled('signals')]);
await record('injected', ['sh', '-c', '/bin/true; :'], 'clone,clone3,vfork,fork:error=ENOMEM');

async function record(name: string, argv: string[], inject?: string): Promise<void> {
  const file = folder.file(name);
  await birth(argv, file, { cwd: folder.path, largestTrace: LARGEST_TRACE, inject });
  const text = withoutMachinePaths(readFileSync(file, 'utf8'));
  writeFileSync(new URL(`${name}.strace.gz`, HERE), gzipSync(text, { level: 9 }));
}

function compiled(name: string): string {
  const program = folder.file(`${name}-program`);
  const source = fileURLToPath(new URL(`${name}.c`, HERE));
  execFileSync('gcc', ['-Wall', '-Wextra', '-Werror', '-pthread', source, '-o', program]);
  return program;
}
