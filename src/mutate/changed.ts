import { spawnSync } from 'node:child_process';
import { type Exercise, ROOT } from '../course/index.ts';

/**
 * The exercises whose test or answers differ from those of a commit; all of them when the mutator itself does, or when
 * there is no such commit, as in a clone without history.
 */
export function changedSince(commit: string, all: readonly Exercise[]): Exercise[] {
  const known = git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`);
  if (known === undefined) return [...all];
  const paths = ['exercises', 'solutions', 'src/mutate'];
  const changed = git('diff', '--name-only', '-z', commit, '--', ...paths)?.split('\0') ?? [];
  if (changed.some((path) => path.startsWith('src/mutate/'))) return [...all];
  return all.filter(({ id }) =>
    changed.some(
      (path) =>
        path === `exercises/${id}.test.ts` ||
        path === `solutions/${id}.ts` ||
        path === `solutions/${id}/survivors.json`,
    ),
  );
}

function git(...argv: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', argv, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}
