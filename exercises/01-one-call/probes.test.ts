// Builds a few directories, lets strace watch real searches through them, and compares probes() with what it saw.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import test, { after } from 'node:test';
import { probes } from './probes.ts';

// SEED=123 in the environment repeats the PATHs of a failure that named seed 123.
const seed = Number(process.env.SEED ?? randomInt(1_000_000));

const folder = mkdtempSync(join(tmpdir(), 'probes-'));
process.chdir(folder);
after(() => {
  process.chdir('/');
  rmSync(folder, { recursive: true });
});

function addTool(directory: string, mode: number): void {
  mkdirSync(directory, { recursive: true });
  copyFileSync('/bin/true', join(directory, 'tool'));
  chmodSync(join(directory, 'tool'), mode);
}
addTool('works', 0o755);
addTool('works-too', 0o755);
addTool('forbidden', 0o644);
addTool('.', 0o755);
mkdirSync('holds-a-directory/tool', { recursive: true });
mkdirSync('empty');
copyFileSync('/bin/true', 'no-directory');

/** The same numbers from 0 to `below` for the same seed (the generator of Park and Miller). */
let state = seed + 1;
function random(below: number): number {
  state = (state * 48271) % 2147483647;
  return state % below;
}

/** A PATH of one to eight entries: mostly absolute, some relative, now and then an empty one. */
function randomPath(): string {
  const misses = ['missing', 'empty', 'holds-a-directory', 'forbidden', 'no-directory'];
  const all = [...misses, 'works', 'works-too'];
  const entries = Array.from({ length: 1 + random(8) }, () => {
    const kind = random(12);
    const entry = kind < 6 ? misses[random(misses.length)] : all[random(all.length)];
    return kind === 0 ? '' : kind < 4 ? entry : `${folder}/${entry}`;
  });
  return entries.join(':');
}

type Search = { cmd: string; path: string };
const tool = (...paths: string[]): Search[] => paths.map((path) => ({ cmd: 'tool', path }));

const groups: { name: string; message: string; searches: Search[] }[] = [
  {
    name: 'a command with a slash in it is not searched for',
    message: 'A command with a slash in it is a path: PATH is not asked.',
    searches: ['./tool', 'works/tool', `${folder}/missing/tool`].map((cmd) => ({
      cmd,
      path: `${folder}:${folder}/works`,
    })),
  },
  {
    name: 'every entry is tried in turn, until one runs',
    message: 'Nothing searches for you: execve is called with one file after another.',
    searches: tool('missing:empty:works:works-too', 'missing:empty', `${folder}/works`),
  },
  {
    name: 'an entry that stands twice is tried twice',
    message: 'Nobody remembers what was tried: an entry that stands twice in PATH is tried twice.',
    searches: tool('missing:empty:missing:empty:works'),
  },
  {
    name: 'an empty entry of PATH is the current directory',
    message: 'An empty entry of PATH does not mean nothing.',
    searches: tool('empty::works', ':works', 'missing:', ''),
  },
  {
    name: 'a file that may not be executed does not end the search',
    message:
      'A file that is there but may not be executed was tried, refused with EACCES, and the search went on.',
    searches: tool(`${folder}/forbidden:${folder}/works`, 'forbidden:empty:forbidden'),
  },
  {
    name: 'a directory of that name does not end the search',
    message:
      'A directory was tried and refused, and the search went on: only a regular file can be executed.',
    searches: tool('holds-a-directory:works', 'no-directory:holds-a-directory:missing'),
  },
  {
    name: 'probes agrees with the kernel over random PATHs',
    message: `The kernel was asked for other files, or in another order. (seed ${seed})`,
    searches: tool(...Array.from({ length: 16 }, randomPath)),
  },
];

/** The files of each search, as strace saw them: env looks a command up in the PATH it has set, as spawn does. */
function observe(searches: Search[]): string[][] {
  const lines = searches.map(({ cmd, path }) => `/usr/bin/env 'PATH=${path}' ${cmd}`);
  const script = `{ ${lines.join('\n')}\n:; } 2>/dev/null`;
  const options = ['-f', '--seccomp-bpf', '-e', 'trace=execve', '-o', 'trace'];
  const strace = spawnSync('strace', [...options, 'sh', '-c', script], { encoding: 'utf8' });
  if (strace.error !== undefined || strace.stderr.includes('ptrace')) {
    const message = 'strace could trace nothing here; ./workshop doctor says why.';
    throw Object.assign(new Error(message), { code: 'WORKSHOP_ENVIRONMENT' });
  }
  const calls = readFileSync('trace', 'utf8').matchAll(/^(\d+) +execve\("([^"]*)"/gm);
  // The first process is the shell; each of the others executes env, and then what env is asked for.
  const filesOf = Map.groupBy(calls, ([, pid]) => pid);
  return [...filesOf.values()]
    .slice(1)
    .map((files) => files.slice(1).map(([, , file]) => file ?? ''));
}

const observed = observe(groups.flatMap(({ searches }) => searches));

for (const { name, message, searches } of groups) {
  const expected = observed.splice(0, searches.length);
  test(name, () => {
    for (const [at, { cmd, path }] of searches.entries()) {
      // './tool' and 'tool' are the same file.
      const tidy = (file: string) => normalize(file).replace(folder, '/tmp/probes');
      const search = `${cmd} in PATH=${path.replaceAll(folder, '/tmp/probes')}`;
      const actual = probes(cmd, path).map(tidy);
      assert.deepEqual(actual, expected[at]?.map(tidy), `${message} (${search})`);
    }
  });
}
