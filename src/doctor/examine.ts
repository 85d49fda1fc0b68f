import { mkdtempSync, rmSync } from 'node:fs';
import { arch, cpus, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { endAll } from './ask.ts';
import type { Examination, Finding, Question } from './finding.ts';
import { questions } from './questions/index.ts';
import { inContainer } from './remedy.ts';

/**
 * Asks every question, two at a time, and tells each finding as it comes; a question that fails is `limited`.
 * An abort ends the programs that are running and asks no more.
 */
export async function examine(
  onFinding: (finding: Finding) => void = () => undefined,
  asked: readonly Question[] = questions,
  signal?: AbortSignal,
): Promise<Examination> {
  const scratch = mkdtempSync(join(tmpdir(), 'workshop-doctor-'));
  const findings: Finding[] = [];
  const waiting = [...asked.entries()];
  const askInTurn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, question] = next;
      const finding = await findOut(question, scratch);
      if (signal?.aborted) return;
      findings[at] = finding;
      onFinding(finding);
    }
  };
  let ending: NodeJS.Timeout | undefined;
  // A question may ask several programs, one after another: each is ended as it comes.
  const end = () => {
    ending = setInterval(endAll, 20);
  };
  signal?.addEventListener('abort', end);
  try {
    await Promise.all([askInTurn(), askInTurn()]);
  } finally {
    signal?.removeEventListener('abort', end);
    clearInterval(ending);
    rmSync(scratch, { recursive: true, force: true });
  }
  const states = findings.map(({ state }) => state);
  const verdict = (['missing', 'limited'] as const).find((state) => states.includes(state));
  return { verdict: verdict ?? 'works', machine: machine(), findings };
}

async function findOut(question: Question, scratch: string): Promise<Finding> {
  const { ask, ...known } = question;
  try {
    return { ...known, ...(await ask(scratch)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const remedy = 'Run ./workshop doctor again when the machine is less busy.';
    return { ...known, state: 'limited', found: `could not be asked: ${reason}`, remedy };
  }
}

function machine(): string {
  const gib = (totalmem() / 1024 ** 3).toFixed(1);
  const place = inContainer ? ', in a container' : '';
  return `Linux ${release()}, ${arch()}, ${cpus().length} CPUs, ${gib} GiB, Node ${process.versions.node}${place}`;
}
