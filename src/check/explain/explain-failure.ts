import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Explanation } from '../verdict.ts';
import type { Explainer } from './explainer.ts';

const LIMIT_MS = 8_000;

/**
 * Runs the answer once more under strace, on one small case, and lets the exercise's explainer read the trace. Null
 * when the exercise has none, when nothing explains the failure, and where nothing may be traced.
 */
export async function explainFailure(
  id: string,
  answer: string,
  signal?: AbortSignal,
): Promise<Explanation | null> {
  const module = new URL(`./${id}.ts`, import.meta.url);
  if (!existsSync(module)) return null;
  const { explainer }: { explainer: Explainer } = await import(module.href);
  const { traceCommand } = await import('../../trace/index.ts');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workshop-explain-')));
  try {
    const program = explainer.program(pathToFileURL(answer).href, folder);
    const trace = await traceCommand(
      [process.execPath, '--input-type=module', '--no-warnings', '--eval', program],
      { cwd: folder, timeoutMs: LIMIT_MS, ...(signal && { signal }) },
    );
    return explainer.explain(trace, folder);
  } catch {
    // An explanation is an extra: the verdict stands without it.
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
