import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine.ts';

/** The tag under which the tests build the image. */
export const IMAGE = 'workshop:test';

/** What the strictest of the documented ways adds to `docker run`; compose.yaml says the same. */
export const LOCKED = ['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];
/** A tmpfs of Docker's is noexec unless said; an exercise builds libraries in /tmp and loads them. */
export const STRICT = [
  ...LOCKED,
  ...['--read-only', '--tmpfs', '/tmp:exec'],
  ...['--memory', '1g', '--memory-swap', '1g', '--pids-limit', '256', '--cpus', '1'],
];

/** A running container of the image, removed by force when it goes out of scope. */
export class Container implements AsyncDisposable {
  readonly #engine: Engine;
  readonly id: string;

  private constructor(engine: Engine, id: string) {
    this.#engine = engine;
    this.id = id;
  }

  /** Starts `docker run -d` with these options, and the image's own command unless one is given. */
  static async run(engine: Engine, options: readonly string[], command: readonly string[] = []) {
    const id = await engine.docker(['run', '-d', ...options, IMAGE, ...command]);
    return new Container(engine, id.trim());
  }

  /** Runs a shell line inside, in the learner's course, as the image's user. */
  sh(line: string): Promise<{ code: number; output: string }> {
    const login = 'cd ~/workshop && eval "$0"';
    return this.#engine.tryDocker(['exec', this.id, 'bash', '-c', login, line]);
  }

  /** All that the container printed so far. */
  async logs(): Promise<string> {
    return (await this.#engine.tryDocker(['logs', this.id])).output;
  }

  /** One field of `docker inspect`, by its template. */
  async inspect(template: string): Promise<string> {
    return (await this.#engine.docker(['inspect', '-f', template, this.id])).trim();
  }

  /** Resolves once JupyterLab answers inside, with the milliseconds that took from this call. */
  async answers(limitMs = 30_000): Promise<number> {
    const start = performance.now();
    while (performance.now() - start < limitMs) {
      const { code } = await this.#engine.tryDocker([
        'exec',
        this.id,
        '/opt/workshop/image/healthy',
      ]);
      if (code === 0) return performance.now() - start;
      await sleep(50);
    }
    throw new Error(
      `JupyterLab did not answer within ${limitMs} ms. It printed:\n${await this.logs()}`,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#engine.tryDocker(['rm', '-f', '-v', this.id]);
  }
}
