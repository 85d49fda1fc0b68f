import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The course's own repository and a learner's clone of it, in a temporary folder that goes with the `using` block. */
export class ScratchCourse implements Disposable {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'update-')));
  readonly course = join(this.folder, 'course');
  readonly clone = join(this.folder, 'clone');

  constructor(files: Record<string, string>) {
    mkdirSync(this.course);
    this.git(this.course, 'init', '--quiet', '--initial-branch=main');
    this.publish(files);
    this.git(this.folder, 'clone', '--quiet', this.course, this.clone);
  }

  /** Commits a new state of these files to the course; null removes one. */
  publish(files: Record<string, string | null>): void {
    this.write(this.course, files);
    this.commit(this.course);
  }

  commit(folder: string): void {
    this.git(folder, 'add', '--all');
    this.git(folder, 'commit', '--quiet', '--message=New');
  }

  write(folder: string, files: Record<string, string | null>): void {
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      if (text === null) rmSync(path);
      else writeFileSync(path, text);
    }
  }

  /** What a file of the clone holds. */
  read(file: string): string {
    return readFileSync(join(this.clone, file), 'utf8');
  }

  git(folder: string, ...argv: string[]): string {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@localhost'];
    return execFileSync('git', [...who, ...argv], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}
