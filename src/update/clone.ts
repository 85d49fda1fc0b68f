import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Git } from './git.ts';
import { keepBeside, putBack } from './keep.ts';
import { type Kept, type UpdateOutcome, UpdateRefused } from './outcome.ts';

const AGAIN = 'then run ./workshop update again.';

/**
 * Brings a git clone up to date with the branch it follows. A file that the learner and the course have both changed
 * is kept beside the new one; every other edit stays where it is. Refuses, by throwing, before it changes anything.
 */
export async function updateClone(top: string, signal?: AbortSignal): Promise<UpdateOutcome> {
  const git = new Git(top, signal);
  await refuseWhatIsUnfinished(git);
  const { branch, upstream } = await followed(git);
  const fetched = await git.try('fetch', '--quiet');
  signal?.throwIfAborted();
  if (!fetched.ok) {
    throw new UpdateRefused(
      `The course could not be fetched (${fetched.complaint}): check the network, ${AGAIN} Nothing was changed.`,
    );
  }
  const counts = await git.read('rev-list', '--left-right', '--count', `HEAD...${upstream}`);
  const [ahead = 0, behind = 0] = counts.split('\t').map(Number);
  if (behind === 0) {
    return { status: 'up to date', sentence: `The course is up to date with ${upstream}.` };
  }
  // From here on it is not stopped half way: a second Ctrl-C would leave files kept but not replaced.
  const steady = new Git(top);
  const news = behind === 1 ? '1 change' : `${behind} changes`;
  const sentence = `The course was brought up to date: ${news} from ${upstream}.`;
  if (ahead > 0) {
    await mergeOwnCommits(steady, branch, upstream, ahead);
    return { status: 'updated', sentence, kept: [] };
  }
  return { status: 'updated', sentence, kept: await moveForward(steady, top, upstream) };
}

async function refuseWhatIsUnfinished(git: Git): Promise<void> {
  const folder = await git.read('rev-parse', '--absolute-git-dir');
  const unfinished = ['MERGE_HEAD', 'rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD'].find(
    (name) => existsSync(join(folder, name)),
  );
  if (unfinished === undefined && (await git.read('ls-files', '--unmerged')) === '') return;
  throw new UpdateRefused(
    `A merge or rebase is unfinished here: finish it, or undo it (git merge --abort, git rebase --abort), ${AGAIN}`,
  );
}

async function followed(git: Git): Promise<{ branch: string; upstream: string }> {
  const head = await git.try('symbolic-ref', '--quiet', '--short', 'HEAD');
  if (!head.ok) {
    throw new UpdateRefused(
      `This clone is on no branch (HEAD is detached): git switch main, ${AGAIN}`,
    );
  }
  const branch = head.stdout.trim();
  if ((await git.read('remote')) === '') {
    throw new UpdateRefused(
      `This clone knows no place to update from: git remote add origin ADDRESS-OF-THE-COURSE, git fetch, git branch --set-upstream-to=origin/${branch}, ${AGAIN}`,
    );
  }
  const upstream = await git.try('rev-parse', '--abbrev-ref', `${branch}@{upstream}`);
  if (upstream.ok) return { branch, upstream: upstream.stdout.trim() };
  throw new UpdateRefused(
    `The branch ${branch} follows no branch of the course: git branch --set-upstream-to=origin/main, ${AGAIN}`,
  );
}

/** The learner has committed: a true merge, which is undone when the two do not fit. */
async function mergeOwnCommits(
  git: Git,
  branch: string,
  upstream: string,
  ahead: number,
): Promise<void> {
  const own = ahead === 1 ? '1 commit' : `${ahead} commits`;
  if ((await git.read('status', '--porcelain', '--untracked-files=no')) !== '') {
    throw new UpdateRefused(
      `${branch} has ${own} of your own, and there are edits that are in none: commit them too, ${AGAIN}`,
    );
  }
  const named = (await git.try('config', 'user.email')).ok;
  const name = named ? [] : ['-c', 'user.name=learner', '-c', 'user.email=learner@localhost'];
  const merged = await git.try(...name, 'merge', '--quiet', '--no-edit', upstream);
  if (merged.ok) return;
  const conflicts = await git.paths('diff', '--name-only', '--diff-filter=U', '-z');
  await git.try('merge', '--abort');
  const where = conflicts.length === 0 ? merged.complaint : conflicts.join(', ');
  throw new UpdateRefused(
    `${own} of your own and the new course do not fit together (${where}): git merge ${upstream} and mend it there. Nothing was changed.`,
  );
}

/** Fast-forwards; what is in the way is kept beside first, and put back should git refuse after all. */
async function moveForward(git: Git, top: string, upstream: string): Promise<Kept[]> {
  const changed = await git.paths('diff', '--name-only', '--no-renames', '-z', 'HEAD', upstream);
  const edited = new Set(await git.paths('diff', '--name-only', '--no-renames', '-z', 'HEAD'));
  const tracked = new Set(await git.paths('ls-tree', '-r', '--name-only', '-z', 'HEAD'));
  const inTheWay = changed.filter(
    (file) => edited.has(file) || (!tracked.has(file) && existsSync(join(top, file))),
  );
  const kept: Kept[] = [];
  try {
    for (const file of inTheWay) {
      if (!existsSync(join(top, file)) || (await sameAs(git, upstream, file))) continue;
      kept.push(keepBeside(top, file));
    }
  } catch (error) {
    for (const { keptAs } of kept) rmSync(join(top, keptAs));
    throw error;
  }
  for (const file of inTheWay) {
    await git.try('reset', '--quiet', '--', file);
    if (tracked.has(file)) await git.try('checkout', '--quiet', 'HEAD', '--', file);
    else rmSync(join(top, file));
  }
  const moved = await git.try('merge', '--quiet', '--ff-only', upstream);
  if (moved.ok) return kept;
  for (const each of kept) putBack(top, each);
  throw new UpdateRefused(
    `git could not move forward (${moved.complaint}); your edits are as they were.`,
  );
}

/** Whether the learner's file is what the update brings anyway. */
async function sameAs(git: Git, upstream: string, file: string): Promise<boolean> {
  const theirs = await git.try('rev-parse', '--verify', '--quiet', `${upstream}:${file}`);
  return theirs.ok && theirs.stdout.trim() === (await git.read('hash-object', '--', file));
}
