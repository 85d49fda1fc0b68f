// Lays decoys, and asks whichLibrary() in processes that were launched with and without LD_LIBRARY_PATH.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import test, { after } from 'node:test';

// Part of every glibc, and loaded by nobody unless asked.
const SYSTEM = 'libanl.so.1';
const DECOYS = [
  'first/libboth.so',
  'second/libboth.so',
  'second/libsecond.so',
  'second/liblinked.so.1.0',
  `first/${SYSTEM}`,
  'first/libhere.so',
  'libhere.so',
  'later/liblater.so',
];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'which-library-')));
after(() => rmSync(folder, { recursive: true }));

/** Builds the smallest of libraries once, and lays it under every name. */
function layDecoys(): void {
  writeFileSync(join(folder, 'decoy.c'), 'int decoy;\n');
  const argv = ['-shared', '-nostdlib', '-o', 'decoy', 'decoy.c'];
  const { status } = spawnSync('gcc', argv, { cwd: folder });
  if (status !== 0) {
    const message = 'gcc could not build a library; ./workshop doctor says why.';
    throw Object.assign(new Error(message), { code: 'WORKSHOP_ENVIRONMENT' });
  }
  for (const path of DECOYS) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    copyFileSync(join(folder, 'decoy'), join(folder, path));
  }
  symlinkSync('liblinked.so.1.0', join(folder, 'second/liblinked.so'));
  writeFileSync(join(folder, 'libnotes.so'), 'This is no library.\n');
}
layDecoys();

type Answers = Record<string, string | null>;

/** What whichLibrary() answers to each name, in a process of its own; 'LD_LIBRARY_PATH=…' among them changes the variable. */
function ask(names: string[], env: NodeJS.ProcessEnv): Answers {
  const program = `
    import { realpathSync } from 'node:fs';
    import { whichLibrary } from ${JSON.stringify(import.meta.resolve('./which-library.ts'))};
    const answers = {};
    for (const name of ${JSON.stringify(names)}) {
      if (name.startsWith('LD_LIBRARY_PATH=')) {
        process.env.LD_LIBRARY_PATH = name.slice('LD_LIBRARY_PATH='.length);
      } else {
        const file = whichLibrary(name);
        answers[name] = file === null ? null : realpathSync(file);
      }
    }
    console.log(JSON.stringify(answers));
  `;
  const argv = ['--input-type=module', '--eval', program];
  const options = { cwd: folder, env, encoding: 'utf8', timeout: 15_000 } as const;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, argv, options);
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  const threw = /^\w*Error: (.*)$/m.exec(stderr)?.[1];
  throw new Error(threw ?? `The process that asked whichLibrary ended by ${signal ?? status}.`);
}

const { LD_LIBRARY_PATH, LD_PRELOAD, ...plainEnvironment } = process.env;

/** The files mapped by a program at whose start the loader was made to load `name`. */
function mappedWith(name: string): string[] {
  const env = { ...plainEnvironment, LD_PRELOAD: name };
  const { stdout } = spawnSync('cat', ['/proc/self/maps'], { env, encoding: 'utf8' });
  return stdout.split('\n').map((line) => line.slice(line.indexOf('/')));
}

/** Does the work when it is first asked for, and gives the same outcome, error or value, every time. */
function once<T>(work: () => T): () => T {
  let outcome: (() => T) | undefined;
  const settle = (): (() => T) => {
    try {
      const value = work();
      return () => value;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  };
  return () => {
    outcome ??= settle();
    return outcome();
  };
}

const plainly = once(() =>
  ask([SYSTEM, 'libc.so.6', 'libnowhere.so', './libnotes.so', './libnowhere.so'], plainEnvironment),
);

const launched = once(() => {
  const paths = ['first', 'empty', 'second'].map((name) => join(folder, name));
  const env = { ...plainEnvironment, LD_LIBRARY_PATH: paths.join(':') };
  const byPath = ['./libhere.so', join(folder, 'second/libboth.so')];
  const change = `LD_LIBRARY_PATH=${join(folder, 'later')}`;
  const byName = ['libboth.so', 'libsecond.so', SYSTEM, 'liblinked.so'];
  return ask([...byName, ...byPath, change, 'liblater.so'], env);
});

test('a library of the system is found where the loader finds it', () => {
  const { [SYSTEM]: system, 'libc.so.6': libc } = plainly();
  assert.ok(
    system && mappedWith(SYSTEM).includes(system),
    `That is not the file that is mapped for ${SYSTEM}. Where libraries lie differs from system to system: ask the loader, or the kernel.`,
  );
  assert.ok(
    libc && mappedWith(SYSTEM).includes(libc),
    'That is not the file of libc.so.6. It was loaded with Node itself, so that loading it maps nothing new.',
  );
});

test('LD_LIBRARY_PATH at launch comes first', () => {
  const answers = launched();
  const files = {
    'libboth.so': 'first/libboth.so',
    'libsecond.so': 'second/libsecond.so',
    [SYSTEM]: `first/${SYSTEM}`,
  };
  for (const [name, file] of Object.entries(files)) {
    assert.equal(
      answers[name],
      join(folder, file),
      'The directories that LD_LIBRARY_PATH named at launch come before the cache and before those of the system, in their order.',
    );
  }
  assert.equal(
    answers['liblinked.so'],
    join(folder, 'second/liblinked.so.1.0'),
    'That library was found through a link: what is mapped, and listed in /proc/self/maps, is the file behind it.',
  );
});

test('LD_LIBRARY_PATH is read at launch and never again', () => {
  assert.equal(
    launched()['liblater.so'],
    null,
    'LD_LIBRARY_PATH was changed after the launch, and loading this name fails. The loader read it once, before main().',
  );
});

test('a name with a slash in it is a path', () => {
  const answers = launched();
  for (const name of ['./libhere.so', join(folder, 'second/libboth.so')]) {
    assert.equal(
      answers[name],
      resolve(folder, name),
      'A name with a slash in it is the path of a file: nothing is searched for.',
    );
  }
});

test('a name that is nowhere is null', () => {
  const { 'libnowhere.so': nowhere, './libnowhere.so': noPath, './libnotes.so': notes } = plainly();
  assert.deepEqual(
    [nowhere, noPath],
    [null, null],
    'There is no such library: the answer is null.',
  );
  assert.equal(notes, null, 'That file is there, and it is no library: loading it fails.');
});
