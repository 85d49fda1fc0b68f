import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from '../../measure/index.ts';

/** The same test under vitest, for comparison, in a folder of its own. */
export interface VitestRun extends Disposable {
  readonly command: Command;
}

/**
 * Installs vitest into a temporary folder and puts a test and its answer there, with vitest's `test` in place of
 * node:test's. Throws npm's own words when it cannot be installed.
 */
export function vitestRun(testFile: string, name: string): VitestRun {
  const folder = mkdtempSync(join(tmpdir(), 'bench-vitest-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', 'vitest'], {
      cwd: folder,
      stdio: 'pipe',
    });
    const copy = join(folder, 'exercise', `${name}.test.ts`);
    mkdirSync(dirname(copy));
    const text = readFileSync(testFile, 'utf8');
    writeFileSync(
      copy,
      text.replace("import test from 'node:test'", "import { test } from 'vitest'"),
    );
    const answer = testFile.replace('.test.ts', '.ts');
    writeFileSync(join(folder, 'exercise', `${name}.ts`), readFileSync(answer));
    const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
    const argv = [process.execPath, vitest, 'run', '--root', folder, copy] as const;
    return { command: { name: `vitest run ${name}`, argv }, [Symbol.dispose]: remove };
  } catch (error) {
    remove();
    throw error;
  }
}
