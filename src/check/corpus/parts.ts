import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Exercise, exercises, ROOT, wrongAnswers } from '../../course/index.ts';

/** What an exercise lacks, in words; empty when it has all its parts. */
export function missingParts({ id, files }: Exercise): string[] {
  const { answer, test, reference, stub, right, wrong, wrongAnswers: list } = files;
  const absent = [answer, test, reference, stub, right, wrong, list]
    .filter((path) => !existsSync(path))
    .map((path) => `${relative(ROOT, path)} is missing`);
  if (absent.length > 0) return absent;
  const lacking: string[] = [];
  if (readdirSync(right).length < 2) lacking.push(`${id} has fewer than two other right answers`);
  const named = wrongAnswers(id).map(({ file }) => file);
  const there = readdirSync(wrong);
  for (const file of there) {
    if (!named.includes(file)) lacking.push(`wrong.json of ${id} does not name ${file}`);
  }
  for (const file of named) {
    if (!there.includes(file))
      lacking.push(`wrong.json of ${id} names ${file}, which is not there`);
  }
  if (new Set(named).size < named.length) lacking.push(`wrong.json of ${id} names a file twice`);
  return lacking;
}

/** Files of the course under exercises/ and solutions/ that belong to no exercise. What git does not track is the learner's. */
export function strays(): string[] {
  const known = new Set([
    'exercises/package.json',
    'exercises/README.md',
    'solutions/package.json',
  ]);
  for (const { files } of exercises()) {
    const { answer, test, reference, stub, right, wrong, wrongAnswers: list } = files;
    const survivors = join(right, '../survivors.json');
    const answers = [right, wrong].flatMap((folder) =>
      existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [],
    );
    for (const path of [answer, test, reference, stub, list, survivors, ...answers]) {
      known.add(relative(ROOT, path));
    }
  }
  const odd = (path: string) =>
    !known.has(path) || !/^[a-z0-9.-]+$|^README\.md$/.test(basename(path));
  return trackedFiles().filter(odd);
}

/** Without git, as in an unpacked archive, every file is the course's. */
function trackedFiles(): string[] {
  const argv = ['ls-files', '-z', 'exercises', 'solutions'];
  const { status, stdout } = spawnSync('git', argv, { cwd: ROOT, encoding: 'utf8' });
  const files = status === 0 ? stdout.split('\0') : ['exercises', 'solutions'].flatMap(filesUnder);
  return files.filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}
