import { execFileSync } from 'node:child_process';
import { type Exercise, ROOT } from '../course/index.ts';

/** The exercises whose test or answers differ from those of a commit; all of them when the mutator itself does. */
export function changedSince(ref: string, all: readonly Exercise[]): Exercise[] {
  const argv = ['diff', '--name-only', '-z', ref, '--', 'exercises', 'solutions', 'src/mutate'];
  const changed = execFileSync('git', argv, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' })
    .split('\0')
    .filter((path) => path !== '');
  if (changed.some((path) => path.startsWith('src/mutate/'))) return [...all];
  return all.filter(({ id }) =>
    changed.some((path) => new RegExp(`^(exercises|solutions)/${id}[./]`).test(path)),
  );
}
