import { type CheckOptions, runCheck } from './run-check.ts';
import type { Verdict } from './verdict.ts';

/** Checks the learner's own answer and keeps the verdict; `notice` says what could not be kept. */
export async function checkOwn(
  id: string,
  options: Pick<CheckOptions, 'signal'> = {},
): Promise<{ verdict: Verdict; notice: string | null }> {
  const verdict = await runCheck(id, { ...options, explain: true });
  if (options.signal?.aborted) return { verdict, notice: null };
  const { recordVerdict } = await import('./learning/record.ts');
  return { verdict, notice: recordVerdict(verdict) };
}
