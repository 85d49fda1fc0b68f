import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'workshop-trace-';

/** A private temporary folder that is gone at the end of the `using` block, or with this process. */
export class TemporaryFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // An interrupted cell is unwound without its `using` blocks; the end of the kernel makes up for it.
  readonly #remove = () => rmSync(this.path, { recursive: true, force: true });

  constructor() {
    sweep();
    process.once('exit', this.#remove);
  }

  /** The path of a file in it. */
  file(name: string): string {
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    process.off('exit', this.#remove);
    this.#remove();
  }
}

/** Removes what processes left that were killed and are no more. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) && /^\d+(?=-)/.exec(name.slice(PREFIX.length))?.[0];
    if (!pid || existsSync(`/proc/${pid}`)) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
