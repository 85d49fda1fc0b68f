// Holds what CONTRIBUTING.md says of the house: which folder imports which, how long a file is, whose paths it names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const committed = existsSync(join(ROOT, '.git'))
  ? execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '' && existsSync(join(ROOT, file)))
  : [];
const skip = committed.length === 0 && 'this tree is no clone: what is committed is not known';
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The folders of the table in CONTRIBUTING.md: each may import those above it. */
const DOWNWARD = Array.from(
  read('CONTRIBUTING.md').matchAll(/^\| `([a-z]+)` +\|/gm),
  ([, folder = '']) => folder,
);
/** The folders beside the table, and what each of them needs. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  setup: [],
  kernel: [],
  jupyter: ['kernel'],
  notebook: ['course', 'jupyter'],
  browser: ['setup', 'course', 'notebook'],
  doctor: ['proc', 'check'],
  update: ['course'],
  mutate: ['course', 'check'],
  image: ['trace'],
  class: ['course', 'measure'],
};
/** What a folder of the table needs of those beside it. */
const ASKED: Readonly<Record<string, readonly string[]>> = { cli: ['doctor', 'update'] };
/** Tests and benchmarks may start a kernel, and look at /proc and at a page's figures, wherever they are. */
const FOR_TESTS = ['jupyter', 'proc', 'display'];

function allowed(folder: string, isTest: boolean): readonly string[] {
  const at = DOWNWARD.indexOf(folder);
  const own = at < 0 ? (BESIDE[folder] ?? []) : DOWNWARD.slice(0, at);
  return [folder, ...own, ...(ASKED[folder] ?? []), ...(isTest ? FOR_TESTS : [])];
}

/** The folders of src that a file imports, by a relative path or as workshop/NAME. */
function importedFolders(file: string): string[] {
  const found = read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'((?:\.|workshop\/)[^']+)'/g);
  return Array.from(found, ([, specifier = '']) =>
    specifier.startsWith('.')
      ? normalize(join(dirname(file), specifier))
      : specifier.replace('workshop', 'src'),
  ).flatMap((path) => /^src\/([a-z]+)(?:\/|$)/.exec(path)?.[1] ?? []);
}

const sources = committed.filter((file) => /^src\/[a-z]+\/.*\.(?:ts|js)$/.test(file));

test('imports go one way', { skip }, () => {
  const wrong = sources.flatMap((file) => {
    const may = allowed(file.split('/')[1] ?? '', /(?:test|bench)\.ts$/.test(file));
    return importedFolders(file)
      .filter((folder) => !may.includes(folder))
      .map((folder) => `${file} imports ${folder}`);
  });
  assert.deepEqual(wrong, []);
});

test('the folders beside the table are in an order, too, and each folder has its place', () => {
  const order = [...DOWNWARD.filter((folder) => folder !== 'cli'), ...Object.keys(BESIDE), 'cli'];
  for (const folder of [...Object.keys(BESIDE), ...Object.keys(ASKED)]) {
    for (const needed of allowed(folder, false).slice(1)) {
      assert.ok(order.indexOf(needed) < order.indexOf(folder), `${folder} needs ${needed}`);
    }
  }
  assert.deepEqual(
    [...new Set(sources.map((file) => file.split('/')[1] ?? ''))].filter(
      (folder) => !order.includes(folder),
    ),
    [],
  );
});

test('no file has more than 250 lines', { skip }, () => {
  const long = [...sources, ...committed.filter((file) => /^native\/.*\.[ch]$/.test(file))].filter(
    (file) => read(file).split('\n').length > 251,
  );
  assert.deepEqual(long, []);
});

/** People of our examples; anybody else's home is a real one. */
const EXAMPLES = /^(?:learner(?:-\d+)?|jovyan|someone|me|a)$/;

test('nothing that is committed names a folder of somebody’s machine', { skip }, () => {
  const texts = committed.filter((file) => !/\.(?:png|gz|svg|snapshot)$|-lock\.json$/.test(file));
  const named = texts.flatMap((file) => {
    const text = read(file);
    const homes = text.matchAll(/\/(?:home|Users)\/([\w.-]+)/g);
    return [
      ...Array.from(homes, ([path, name = '']) => (EXAMPLES.test(name) ? '' : path)),
      ROOT.length > 5 && text.includes(ROOT) ? ROOT : '',
    ]
      .filter((path) => path !== '')
      .map((path) => `${file}: ${path}`);
  });
  assert.deepEqual(named, []);
});
