import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';

/**
 * How the daemon stands to the network. `build`: on the machine's own network, so that a build reaches the
 * package registries, with no bridge and no firewall rule. `run`: in a network namespace of its own, with its
 * bridge and published ports, so that a container cannot meet a port of this machine.
 */
export type Mode = 'build' | 'run';

// Debian's own client: another one earlier in PATH may lack buildx and fall back to the legacy builder.
const CLIENT = '/usr/bin/docker';

const ENGINE_OPTIONS: Record<Mode, string[]> = {
  build: ['--bridge=none', '--iptables=false', '--ip6tables=false', '--ip-forward=false'],
  run: [],
};

const START_LIMIT_MS = 60_000;

/** A Docker daemon of the test's own, with its data in `work`; nothing of another engine is touched. */
export class Engine implements AsyncDisposable {
  readonly mode: Mode;
  readonly #work: string;
  readonly #daemon: ChildProcess;

  private constructor(mode: Mode, work: string, daemon: ChildProcess) {
    this.mode = mode;
    this.#work = work;
    this.#daemon = daemon;
  }

  /** Starts the daemon and resolves once it answers; throws with the end of its log when it does not. */
  static async start(mode: Mode, work: string): Promise<Engine> {
    mkdirSync(work, { recursive: true });
    const log = join(work, `dockerd-${mode}.log`);
    const sink = openSync(log, 'w');
    const command = [
      'dockerd',
      ...['-H', `unix://${work}/docker.sock`],
      ...['--data-root', join(work, 'data'), '--exec-root', join(work, 'exec')],
      ...['-p', join(work, 'docker.pid')],
      ...ENGINE_OPTIONS[mode],
    ];
    const argv =
      mode === 'build'
        ? command
        : ['unshare', '-n', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh', ...command];
    const daemon = spawn(argv[0] ?? '', argv.slice(1), {
      detached: true,
      stdio: ['ignore', sink, sink],
    });
    const engine = new Engine(mode, work, daemon);
    await engine.#answers(log);
    return engine;
  }

  async #answers(log: string): Promise<void> {
    const limit = Date.now() + START_LIMIT_MS;
    while (Date.now() < limit && this.#daemon.exitCode === null) {
      const { failed } = await execa(CLIENT, ['version'], { env: this.env, reject: false });
      if (!failed) return;
      await sleep(200);
    }
    await this[Symbol.asyncDispose]();
    const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
    throw new Error(`No Docker engine could be started here. Its log ends with:\n${tail}`);
  }

  /** The environment in which any Docker client speaks to this daemon. */
  get env(): Record<string, string> {
    return { DOCKER_HOST: `unix://${this.#work}/docker.sock`, DOCKER_BUILDKIT: '1' };
  }

  /** Runs the client and resolves with its standard output; throws with what it printed when it fails. */
  async docker(args: readonly string[], options: { input?: string } = {}): Promise<string> {
    const { stdout } = await execa(CLIENT, args, { env: this.env, ...options });
    return stdout;
  }

  /** Like `docker`, and never throws: the exit code with both outputs interleaved. */
  async tryDocker(args: readonly string[]): Promise<{ code: number; output: string }> {
    const { exitCode, all } = await execa(CLIENT, args, {
      env: this.env,
      all: true,
      reject: false,
    });
    return { code: exitCode ?? -1, output: all };
  }

  /** Runs a command line where the published ports are: in the daemon's network namespace. */
  async shell(script: string, limitMs = 60_000): Promise<{ code: number; output: string }> {
    const argv = ['-t', String(this.#daemon.pid), '-n', 'sh', '-c', script];
    const { exitCode, all } = await execa('nsenter', argv, {
      ...{ env: { ...this.env, PATH: `/usr/bin:${process.env.PATH}` } },
      ...{ all: true, reject: false, timeout: limitMs, stdin: 'ignore' },
    });
    return { code: exitCode ?? -1, output: all };
  }

  /** Ends the daemon and its containers. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#daemon.exitCode === null && this.#daemon.signalCode === null) {
      this.#daemon.kill('SIGTERM');
      await once(this.#daemon, 'exit');
    }
    await execa('umount', [join(this.#work, 'exec/netns/default')], { reject: false });
  }
}

/** Removes all that engines left in their folder. */
export async function removeWork(work: string): Promise<void> {
  await rm(work, { recursive: true, force: true });
}
