import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { UpdateRefused } from './outcome.ts';

const LIMIT_MS = 120_000;

/** What a git command said; `ok` when it exited with 0. */
export interface GitReply {
  readonly ok: boolean;
  readonly stdout: string;
  /** Its last line of complaint, without the word `fatal` or `error`. */
  readonly complaint: string;
}

/** Runs git in one folder: in English, asking for no password, ended after two minutes or when the signal is given. */
export class Git {
  readonly #top: string;
  readonly #signal: AbortSignal | undefined;

  constructor(top: string, signal?: AbortSignal) {
    this.#top = top;
    this.#signal = signal;
  }

  async try(...argv: string[]): Promise<GitReply> {
    const late = AbortSignal.timeout(LIMIT_MS);
    const git = spawn('git', argv, {
      cwd: this.#top,
      env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: this.#signal === undefined ? late : AbortSignal.any([late, this.#signal]),
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      git.on('error', reject);
      git.on('close', resolve);
    });
    try {
      const [code, stdout, stderr] = await Promise.all([ended, text(git.stdout), text(git.stderr)]);
      return { ok: code === 0, stdout, complaint: lastComplaint(stderr) };
    } catch (error) {
      if (late.aborted) return { ok: false, stdout: '', complaint: 'no answer in two minutes' };
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        throw new UpdateRefused(
          'git is not installed, and this course was cloned with it: install git first.',
        );
      }
      throw error;
    }
  }

  /** The output of a command that must succeed, without the newline at its end. */
  async read(...argv: string[]): Promise<string> {
    const { ok, stdout, complaint } = await this.try(...argv);
    if (!ok) throw new UpdateRefused(`git ${argv[0]} failed (${complaint}); nothing was changed.`);
    return stdout.replace(/\n$/, '');
  }

  /** The paths that a command lists with -z. */
  async paths(...argv: string[]): Promise<string[]> {
    return (await this.read(...argv)).split('\0').filter((path) => path !== '');
  }
}

function lastComplaint(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const told = lines.findLast((line) => /^(fatal|error): /.test(line)) ?? lines.at(-1) ?? '';
  return told.replace(/^(fatal|error): /, '').trim();
}
